import type { Engine, WaitingTasks } from '../domain/engine.ts';
import type { Execution } from '../domain/execution.ts';
import { withOdd } from '../domain/oddRecord.ts';
import type { Task } from '../domain/task.ts';
import { tasksIn } from './tasksIn.ts';
import type { TasksIn } from './tasksIn.ts';

/**
 * The waiting tasks of a server, oldest first, found with at most `requests` requests. If the
 * engine cannot find the oldest by itself, the newest open executions are read one by one.
 */
export async function findWaiting(
  engine: Engine,
  requests: number,
  signal: AbortSignal,
): Promise<WaitingTasks> {
  if (engine.listWaiting !== undefined) return engine.listWaiting(requests, signal);
  const { listExecutions, readExecution, openStatuses } = engine;
  if (listExecutions === undefined || readExecution === undefined) return { tasks: [] };

  const filter = openStatuses === undefined ? {} : { statuses: openStatuses };
  const page = await listExecutions(filter, { size: requests - 1 }, signal);
  const { tasks, odd } = await waitingIn(readExecution, page.items, signal);
  const notice =
    page.next === undefined
      ? page.notice
      : `Looked at the newest ${page.items.length} open executions; there are more.`;
  return {
    tasks,
    ...(page.next === undefined ? {} : { hasMore: true }),
    ...(notice === undefined ? {} : { notice }),
    ...withOdd([...(page.odd ?? []), ...odd]),
  };
}

/** The waiting tasks of executions, oldest first. */
export async function waitingIn(
  readExecution: NonNullable<Engine['readExecution']>,
  executions: readonly Pick<Execution, 'id'>[],
  signal: AbortSignal,
): Promise<TasksIn> {
  const { tasks, odd } = await tasksIn(readExecution, executions, signal);
  return { tasks: oldestFirst(tasks.filter(({ state }) => state === 'waiting')), odd };
}

export function oldestFirst(tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted((a, b) => since(a) - since(b));
}

function since(task: Task): number {
  return task.startedAt ?? task.scheduledAt ?? 0;
}
