import { findWaiting } from '../../app/findWaiting.ts';
import { sameTask, workflowTitle } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { listPick } from '../ui/listPick.ts';
import type { Choice } from '../ui/listPick.ts';
import { taskChoiceText } from './choiceText.ts';
import { pickTask } from './pickTask.ts';

// The requests that one search for waiting tasks may make.
const mostRequests = 20;

/** Picks another waiting task: first those beside `ref`, then those of its connection, then all. */
export async function pickNext(
  services: AppParts,
  title: string,
  ref: TaskRef,
): Promise<Task | undefined> {
  const picked = await listPick<Task | 'all'>({
    title,
    placeholder: 'Choose a waiting task; type to filter',
    load: async () => {
      const { engine } = await services.connections.connected(ref.connection);
      const { signal } = new AbortController();
      const { tasks, notice } = await findWaiting(engine, mostRequests, signal);
      return { choices: choicesOf(services, ref, tasks, notice) };
    },
  });
  if (picked.kind !== 'picked') return undefined;
  if (picked.value !== 'all') return picked.value;
  return pickTask(services, title, () => undefined);
}

function choicesOf(
  { clock, connections }: AppParts,
  ref: TaskRef,
  tasks: readonly Task[],
  notice: string | undefined,
): readonly Choice<Task | 'all'>[] {
  const others = tasks.filter((task) => !sameTask(task.ref, ref));
  const isBeside = (task: Task) =>
    task.ref.execution === undefined
      ? task.ref.workflow === ref.workflow
      : task.ref.execution === ref.execution;
  const toChoice = (section: string) => (task: Task) => ({
    ...taskChoiceText(task, clock.now(), undefined),
    detail: [workflowTitle(task), task.ref.execution].filter(Boolean).join(' › '),
    section,
    value: task,
  });
  const connection = connections.find(ref.connection)?.name ?? ref.connection;
  return [
    ...others
      .filter(isBeside)
      .map(
        toChoice(ref.execution === undefined ? 'Of the same workflow' : 'In the same execution'),
      ),
    ...others.filter((task) => !isBeside(task)).map(toChoice(`On ${connection}`)),
    ...(others.length === 0
      ? [{ label: `Nothing else waits on ${connection}`, icon: 'info' }]
      : []),
    ...(notice === undefined ? [] : [{ label: notice, icon: 'info', always: true }]),
    { label: 'Choose from All…', icon: 'search', value: 'all', always: true, section: 'Elsewhere' },
  ];
}
