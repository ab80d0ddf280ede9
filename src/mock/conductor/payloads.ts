import { isTaskTerminal, type Execution, type TaskRun } from './model.ts';
import { broken } from './serverError.ts';

/** True where the output of a task is said to be in a storage of the server's. */
export function isExternal(run: TaskRun): boolean {
  return run.externalOutput !== undefined && run.externalOutput !== '';
}

/**
 * The server has no storage for large payloads: an execution with a task that names one cannot be
 * changed any more. @throws {ServerError} 500
 */
export function requirePayloads(execution: Execution): void {
  const run = execution.tasks.find((task) => isExternal(task) && !isTaskTerminal(task.status));
  if (run === undefined) return;
  throw broken(`Unable to download payload from external storage path: ${run.externalOutput}`);
}
