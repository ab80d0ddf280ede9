import type { Engine } from './engine.ts';
import { isTaskSuccessful, type Execution } from './model.ts';
import { requireRetriable, retry } from './retry.ts';

/**
 * Retries the innermost child that failed, under its own id. Does nothing where no task failed.
 * @throws {ServerError} 404 while it runs
 */
export function resumeChildren(engine: Engine, execution: Execution): void {
  requireRetriable(execution);
  const failed = innermostFailed(engine, execution);
  if (failed !== undefined) retry(engine, failed);
}

function innermostFailed(engine: Engine, execution: Execution): Execution | undefined {
  const task = execution.tasks.find((run) => !isTaskSuccessful(run.status));
  if (task === undefined) return undefined;
  const child = engine.store.executions.get(task.subWorkflowId ?? '');
  return (child && innermostFailed(engine, child)) ?? execution;
}
