import { begin } from './decide.ts';
import type { Engine } from './engine.ts';
import { isWorkflowTerminal, type Execution, type TaskRun } from './model.ts';
import { nextAttempt } from './nextAttempt.ts';
import { add } from './plan.ts';
import { reopen } from './reopen.ts';
import { reopenParent, waitAgain } from './reopenParent.ts';
import { conflict, notFound } from './serverError.ts';
import { setWorkflowTimeout } from './setTimeouts.ts';

/** How often the server checks a retried WAIT, in seconds. */
const waitCallback = 30;

/**
 * Retries the failed and canceled tasks. @throws {ServerError} 404 while it runs, 409 where there
 * is nothing to retry, 500 where a skipped task prevents it
 */
export function retry(engine: Engine, execution: Execution): void {
  requireRetriable(execution);
  const retriable = retriableTasks(execution);
  if (retriable.length === 0 && execution.status !== 'TIMED_OUT') {
    throw conflict(
      'There are no retryable tasks! Use restart if you want to attempt entire workflow execution again.',
    );
  }
  reopen(execution);
  execution.lastRetriedTime = engine.clock.now();
  setWorkflowTimeout(engine, execution);
  const retries = retriable.map((task) => {
    task.retried = true;
    task.executed = true;
    const again = nextAttempt(engine, task, 0);
    if (task.taskType === 'WAIT') again.callbackAfterSeconds = waitCallback;
    return again;
  });
  begin(engine, execution, add(execution, retries));
  engine.decide(execution);
  reopenParent(engine, execution);
}

/** @throws {ServerError} 404 while it runs */
export function requireRetriable(execution: Execution): void {
  if (isWorkflowTerminal(execution.status)) return;
  throw notFound(`Workflow is still running.  status=${execution.status}`);
}

function retriableTasks(execution: Execution): TaskRun[] {
  const found = new Map<string, TaskRun>();
  for (const task of execution.tasks) {
    const name = task.referenceTaskName;
    if (task.retried) continue;
    if (task.status === 'FAILED' || task.status === 'FAILED_WITH_TERMINAL_ERROR') {
      found.set(name, task);
    } else if (task.status === 'CANCELED' || task.status === 'TIMED_OUT') {
      if (task.taskType === 'JOIN' || task.taskType === 'DO_WHILE') waitAgain(task);
      else found.set(name, task);
    } else {
      found.delete(name);
    }
  }
  return [...found.values()];
}
