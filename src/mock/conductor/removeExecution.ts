import { atLeast } from '../atLeast.ts';
import type { Engine } from './engine.ts';
import { isWorkflowTerminal, type Execution } from './model.ts';
import { badRequest } from './serverError.ts';

/**
 * Deletes an execution. @throws {ServerError} 400 for archiving one that still runs; servers before
 * 3.22 throw too, but have deleted it by then
 */
export function removeExecution(engine: Engine, execution: Execution, archive: boolean): void {
  const isTooEarly = archive && !isWorkflowTerminal(execution.status);
  if (!isTooEarly || !atLeast(engine.version, '3.22.0')) {
    engine.store.executions.delete(execution.workflowId);
    for (const task of execution.tasks) engine.store.tasks.delete(task.taskId);
  }
  if (isTooEarly) {
    throw badRequest(
      `Cannot archive workflow: ${execution.workflowId} with status: ${execution.status}`,
    );
  }
}
