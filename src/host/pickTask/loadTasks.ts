import { findWaiting } from '../../app/findWaiting.ts';
import { executionTasks } from '../../domain/executionTasks.ts';
import { oddSentence } from '../../domain/oddRecord.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { Choice, ChoicePage } from '../ui/listPick.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { taskChoiceText } from './choiceText.ts';
import type { Next, PickLocation, PickGoal } from './pickLocation.ts';

// The requests that one search for waiting tasks may make.
const mostRequests = 20;

export async function loadTasks(
  services: AppParts,
  goal: PickGoal,
  { connection, execution }: Extract<PickLocation, { kind: 'tasks' }>,
): Promise<ChoicePage<Next>> {
  const detail = await services.store.execution(connection, execution);
  const choices = taskChoices(services, goal, executionTasks(detail.nodes));
  const odd = remark(oddSentence(detail.odd));
  const isEmpty = choices.length + odd.length === 0;
  return { choices: isEmpty ? remark('No tasks yet') : [...choices, ...odd] };
}

export async function loadWaiting(
  services: AppParts,
  goal: PickGoal,
  connection: string,
): Promise<ChoicePage<Next>> {
  const { engine } = await services.connections.connected(connection);
  const signal = new AbortController().signal;
  const { tasks, notice, odd } = await findWaiting(engine, mostRequests, signal);
  const choices = taskChoices(services, goal, tasks).map(withLocation);
  return {
    choices: [
      ...choices,
      ...(tasks.length === 0 ? [{ label: 'No task waits', icon: 'info' }] : []),
      ...remark(oddSentence(odd)),
      ...remark(notice),
    ],
  };
}

function remark(label: string | undefined): readonly Choice<Next>[] {
  return label === undefined ? [] : [{ label, icon: 'info', always: true }];
}

// Tasks that can be picked come first. The others show the reason.
export function taskChoices(
  { clock, connections }: AppParts,
  goal: PickGoal,
  tasks: readonly Task[],
): readonly Choice<Next>[] {
  const now = clock.now();
  const choices = tasks.map((found): Choice<Next> => {
    const task = offeredTask(found, connections.find(found.ref.connection));
    const unavailable = goal.kind === 'task' ? goal.whyUnavailable(task) : undefined;
    const text = taskChoiceText(task, now, unavailable);
    if (unavailable !== undefined) return { ...text, section: 'Not possible' };
    return { ...text, section: 'Tasks', value: { kind: 'task', task } };
  });
  return [
    ...choices.filter((choice) => choice.value !== undefined),
    ...choices.filter((choice) => choice.value === undefined),
  ];
}

// The list mixes tasks of many executions, so each line names its execution.
function withLocation(choice: Choice<Next>): Choice<Next> {
  if (choice.value?.kind !== 'task') return choice;
  const workflow = workflowTitle(choice.value.task);
  const { execution } = choice.value.task.ref;
  return { ...choice, detail: execution === undefined ? workflow : `${workflow} › ${execution}` };
}
