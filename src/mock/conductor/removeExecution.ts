import { atLeast } from '../atLeast.ts';
import type { Engine } from './engine.ts';
import { isWorkflowTerminal, type Execution } from './model.ts';
import { badRequest } from './serverError.ts';

/**
 * Removes an execution for good.
 * @throws {ServerError} 400 where it is to be archived and still runs; servers before 3.22 have
 * removed it by then all the same
 */
export function removeExecution(engine: Engine, execution: Execution, archive: boolean): void {
  const refused = archive && !isWorkflowTerminal(execution.status);
  if (!refused || !atLeast(engine.version, '3.22.0')) {
    engine.store.executions.delete(execution.workflowId);
    for (const task of execution.tasks) engine.store.tasks.delete(task.taskId);
  }
  if (refused) {
    throw badRequest(
      `Cannot archive workflow: ${execution.workflowId} with status: ${execution.status}`,
    );
  }
}
