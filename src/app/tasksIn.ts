import type { Engine } from '../domain/engine.ts';
import { isEngineError } from '../domain/engineError.ts';
import type { Execution } from '../domain/execution.ts';
import { executionTasks } from '../domain/executionTasks.ts';
import { type OddRecord, oddRecord } from '../domain/oddRecord.ts';
import type { Task } from '../domain/task.ts';
import { fewAtOnce } from './fewAtOnce.ts';

/** The tasks of executions, and the executions and tasks that could not be read. */
export interface TasksIn {
  readonly tasks: readonly Task[];
  readonly odd: readonly OddRecord[];
}

/** All tasks of executions. An execution that was removed since it was listed has none. */
export async function tasksIn(
  readExecution: NonNullable<Engine['readExecution']>,
  executions: readonly Pick<Execution, 'id'>[],
  signal: AbortSignal,
): Promise<TasksIn> {
  const found = await fewAtOnce(executions, async ({ id }): Promise<TasksIn> => {
    try {
      const { nodes, odd = [] } = await readExecution(id, signal);
      return { tasks: executionTasks(nodes), odd };
    } catch (error) {
      if (isEngineError(error, 'notFound')) return { tasks: [], odd: [] };
      const odd = oddRecord('execution', id, error);
      if (odd === undefined) throw error;
      return { tasks: [], odd: [odd] };
    }
  });
  return { tasks: found.flatMap(({ tasks }) => tasks), odd: found.flatMap(({ odd }) => odd) };
}
