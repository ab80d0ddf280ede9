import pLimit from 'p-limit';
import type { Engine, WaitingTasks } from '../domain/engine.ts';
import { isEngineError } from '../domain/engineError.ts';
import { executionTasks } from '../domain/executionTasks.ts';
import type { Task } from '../domain/task.ts';

// Executions read at the same time: enough to be quick, few enough for a small server.
const atOnce = 4;

/**
 * What waits on a server, oldest first, within `requests` requests. Where the engine has no
 * cheaper way of its own, the newest open executions are read one by one.
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
  const read = pLimit(atOnce);
  const found = await Promise.all(
    page.items.map(({ id }) => read(() => waitingIn(readExecution, id, signal))),
  );
  const notice =
    page.next === undefined
      ? page.notice
      : `Looked at the newest ${page.items.length} open executions; there are more.`;
  return {
    tasks: oldestFirst(found.flat()),
    ...(notice === undefined ? {} : { notice }),
  };
}

/** What waits in one execution; a list may lag behind, and one that was removed holds nothing. */
export async function waitingIn(
  readExecution: NonNullable<Engine['readExecution']>,
  id: string,
  signal: AbortSignal,
): Promise<readonly Task[]> {
  try {
    const { nodes } = await readExecution(id, signal);
    return executionTasks(nodes).filter(({ state }) => state === 'waiting');
  } catch (error) {
    if (isEngineError(error, 'notFound')) return [];
    throw error;
  }
}

export function oldestFirst(tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted((a, b) => since(a) - since(b));
}

function since(task: Task): number {
  return task.startedAt ?? task.scheduledAt ?? 0;
}
