import type { AppParts } from '../appParts.ts';
import type { Choice, ChoicePage } from '../ui/listPick.ts';
import { workflowChoiceText } from './choiceText.ts';
import { goTo } from './pickLocation.ts';
import type { Next, PickGoal } from './pickLocation.ts';
import { remarks } from './loadExecutions.ts';

export async function loadWorkflows(
  { store }: AppParts,
  goal: PickGoal,
  connection: string,
  more: boolean,
): Promise<ChoicePage<Next>> {
  const listing = await (more ? store.moreWorkflows(connection) : store.workflows(connection));
  const hasExecutions = await store.hasExecutions(connection);
  const rows = listing.items.map((workflow): Choice<Next> => ({
    ...workflowChoiceText(workflow),
    section: 'Workflows',
    value: goTo({ kind: 'executions', connection, workflow: workflow.id, name: workflow.name }),
  }));
  return {
    choices: [...shortcuts(goal, connection, hasExecutions), ...rows, ...remarks(listing)],
    more: listing.more,
  };
}

function shortcuts(
  goal: PickGoal,
  connection: string,
  hasExecutions: boolean,
): readonly Choice<Next>[] {
  const waitingTask: Choice<Next> = {
    label: 'Waiting tasks',
    icon: 'bell',
    detail: 'Looks through the newest running executions',
    value: goTo({ kind: 'waiting', connection }),
  };
  const byId: Choice<Next> = {
    label: 'Open by ID…',
    icon: 'go-to-file',
    always: true,
    value: goTo({ kind: 'byId', connection }),
  };
  return [...(goal.kind === 'task' ? [waitingTask] : []), ...(hasExecutions ? [byId] : [])];
}
