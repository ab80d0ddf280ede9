import { begin } from './decide.ts';
import type { Engine } from './engine.ts';
import { isWorkflowTerminal, type Execution, type TaskRun } from './model.ts';
import { nextAttempt } from './nextAttempt.ts';
import { add } from './plan.ts';
import { reopen } from './reopen.ts';
import { conflict, notFound } from './serverError.ts';

/** How often the server checks a retried WAIT, in seconds. */
const waitCallback = 30;

/**
 * Retries the failed and canceled tasks. @throws {ServerError} 404 while it runs, 409 where there
 * is nothing to retry, 500 where a skipped task prevents it
 */
export function retry(engine: Engine, execution: Execution): void {
  if (!isWorkflowTerminal(execution.status)) {
    throw notFound(`Workflow is still running.  status=${execution.status}`);
  }
  const retriable = retriableTasks(execution);
  if (retriable.length === 0 && execution.status !== 'TIMED_OUT') {
    throw conflict(
      'There are no retryable tasks! Use restart if you want to attempt entire workflow execution again.',
    );
  }
  reopen(execution);
  execution.lastRetriedTime = engine.clock.now();
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

/** The end time stays: the real server does not clear it. */
function waitAgain(task: TaskRun): void {
  task.status = 'IN_PROGRESS';
  task.executed = false;
}

/** Reopens the parent of a retried child. */
function reopenParent(engine: Engine, child: Execution): void {
  const parent = engine.store.executions.get(child.parentWorkflowId ?? '');
  const task = parent?.tasks.find((run) => run.taskId === child.parentWorkflowTaskId);
  if (!parent || !task || !isWorkflowTerminal(parent.status)) return;
  waitAgain(task);
  task.reasonForIncompletion = undefined;
  reopen(parent);
  parent.lastRetriedTime = engine.clock.now();
  for (const run of parent.tasks) {
    if (run.status === 'CANCELED' && run.taskType === 'JOIN') waitAgain(run);
  }
  reopenParent(engine, parent);
}
