import pLimit from 'p-limit';
import type { Engine, WaitingTasks } from '../domain/engine.ts';
import { isEngineError } from '../domain/engineError.ts';
import type { ExecutionNode } from '../domain/execution.ts';
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
  const details = await Promise.all(
    page.items.map(({ id }) => read(() => readUnlessGone(readExecution, id, signal))),
  );
  const tasks = details.flatMap((nodes) =>
    executionTasks(nodes).filter(({ state }) => state === 'waiting'),
  );
  const notice =
    page.next === undefined
      ? page.notice
      : `Looked at the newest ${page.items.length} open executions; there are more.`;
  return {
    tasks: tasks.toSorted((a, b) => since(a) - since(b)),
    ...(notice === undefined ? {} : { notice }),
  };
}

// A list may lag behind: an execution that was removed meanwhile holds nothing that waits.
async function readUnlessGone(
  readExecution: NonNullable<Engine['readExecution']>,
  id: string,
  signal: AbortSignal,
): Promise<readonly ExecutionNode[]> {
  try {
    return (await readExecution(id, signal)).nodes;
  } catch (error) {
    if (isEngineError(error, 'notFound')) return [];
    throw error;
  }
}

function since(task: Task): number {
  return task.startedAt ?? task.scheduledAt ?? 0;
}
