import type { Engine } from '../domain/engine.ts';
import { sameTask } from '../domain/task.ts';
import type { Task, TaskRef } from '../domain/task.ts';
import { oldestFirst, waitingIn } from './findWaiting.ts';

// Among so many newest tasks the next one is searched, if the engine has no executions.
const newest = 50;

/**
 * The oldest other waiting task of the same execution, or of the same workflow if the engine has no
 * executions. One request. Throws EngineError.
 */
export async function nextWaiting(
  { readExecution, listTasks }: Engine,
  ref: TaskRef,
  signal: AbortSignal,
): Promise<Task | undefined> {
  const first = (tasks: readonly Task[]) =>
    oldestFirst(tasks).find((task) => task.state === 'waiting' && !sameTask(task.ref, ref));
  if (ref.execution !== undefined) {
    if (readExecution === undefined) return undefined;
    return first((await waitingIn(readExecution, [{ id: ref.execution }], signal)).tasks);
  }
  const page = await listTasks?.({ workflow: ref.workflow }, { size: newest }, signal);
  return page && first(page.items);
}
