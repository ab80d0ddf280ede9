import type { Engine } from '../domain/engine.ts';
import { isEngineError } from '../domain/engineError.ts';
import type { Execution } from '../domain/execution.ts';
import { executionTasks } from '../domain/executionTasks.ts';
import type { Task } from '../domain/task.ts';
import { fewAtOnce } from './fewAtOnce.ts';

/** All tasks of executions. An execution that was removed since it was listed has none. */
export async function tasksIn(
  readExecution: NonNullable<Engine['readExecution']>,
  executions: readonly Pick<Execution, 'id'>[],
  signal: AbortSignal,
): Promise<readonly Task[]> {
  const found = await fewAtOnce(executions, async ({ id }) => {
    try {
      return executionTasks((await readExecution(id, signal)).nodes);
    } catch (error) {
      if (isEngineError(error, 'notFound')) return [];
      throw error;
    }
  });
  return found.flat();
}
