import { badRequest } from './apiError.ts';
import type { Machine } from './machine.ts';
import type { Execution, TaskRun } from './model.ts';
import { startTask } from './startTask.ts';

const retried = ['CANCELED', 'FAILED', 'FAILED_WITH_TERMINAL_ERROR', 'TIMED_OUT'];

/** @throws {ApiError} 400 for an execution that is running or completed */
export function requireRetryable({ id, status }: Execution): void {
  if (['FAILED', 'TIMED_OUT', 'TERMINATED'].includes(status)) return;
  throw badRequest(
    `Execution ${id} is ${status}: only failed, timed out and terminated executions can be retried.`,
  );
}

/**
 * Resumes tasks that failed, timed out or were cancelled; a task without retries left gets one
 * more.
 */
export function retryExecution(machine: Machine, execution: Execution): void {
  execution.status = 'RUNNING';
  execution.endTime = undefined;
  execution.reason = undefined;
  for (const run of newestAttempts(execution)) {
    if (!retried.includes(run.status)) continue;
    if (execution.scopes.some((scope) => scope.container === run)) {
      // A container is reopened: only the failed tasks inside it are resumed.
      run.status = 'IN_PROGRESS';
      run.endTime = undefined;
      continue;
    }
    const { scope, def, attempt } = run;
    startTask(machine, { execution, scope, def, attempt: attempt + 1 });
  }
  machine.advance(execution);
}

function newestAttempts(execution: Execution): readonly TaskRun[] {
  return execution.runs.filter(
    (run, index) =>
      !execution.runs
        .slice(index + 1)
        .some((later) => later.scope === run.scope && later.def === run.def),
  );
}
