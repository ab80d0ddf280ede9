import type { Listing } from '../../app/listing.ts';
import { oddSentence } from '../../domain/oddRecord.ts';
import type { AppParts } from '../appParts.ts';
import type { Choice, ChoicePage } from '../ui/listPick.ts';
import { executionChoiceText } from './choiceText.ts';
import { toExecution } from './pickLocation.ts';
import type { Next, PickLocation, PickGoal } from './pickLocation.ts';
import { taskChoices } from './loadTasks.ts';

/** A workflow's executions, or its tasks where the engine has no executions. */
export async function loadExecutions(
  services: AppParts,
  goal: PickGoal,
  { connection, workflow }: Extract<PickLocation, { kind: 'executions' }>,
  more: boolean,
): Promise<ChoicePage<Next>> {
  const { store, clock } = services;
  const filter = { workflow };
  if (!(await store.hasExecutions(connection))) {
    const tasks = await (more
      ? store.moreTasks(connection, filter)
      : store.tasks(connection, filter));
    const choices = [...taskChoices(services, goal, tasks.items), ...remarks(tasks)];
    return { choices, more: tasks.more };
  }
  const listing = await (more
    ? store.moreExecutions(connection, filter)
    : store.executions(connection, filter));
  const rows = listing.items.map((execution): Choice<Next> => ({
    ...executionChoiceText(execution, clock.now()),
    section: 'Executions',
    value: toExecution(goal, connection, execution.id),
  }));
  return { choices: [...rows, ...remarks(listing)], more: listing.more };
}

export function remarks(listing: Listing<unknown>): readonly Choice<Next>[] {
  const odd = oddSentence(listing.odd);
  const isEmpty = listing.items.length === 0 && odd === undefined;
  return [isEmpty ? 'There is nothing here yet' : undefined, odd, listing.notice]
    .filter((label) => label !== undefined)
    .map((label) => ({ label, icon: 'info', always: true }));
}
