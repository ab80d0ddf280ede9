import { atLeast } from '../atLeast.ts';
import type { Engine } from './engine.ts';
import { isWorkflowTerminal, type Execution, type TaskRun } from './model.ts';
import { reopen } from './reopen.ts';

/** Reopens the parent of a child that runs again. */
export function reopenParent(engine: Engine, child: Execution): void {
  const parent = engine.store.executions.get(child.parentWorkflowId ?? '');
  const task = parent?.tasks.find((run) => run.taskId === child.parentWorkflowTaskId);
  if (!parent || !task || !isWorkflowTerminal(parent.status)) return;
  waitAgain(task);
  if (atLeast(engine.version, '3.22.0')) {
    task.reasonForIncompletion = undefined;
    parent.failedReferenceTaskNames = [];
    parent.failedTaskNames = [];
    reopen(parent);
  } else {
    // Older servers keep the reasons and the names of the failure.
    parent.status = 'RUNNING';
  }
  parent.lastRetriedTime = engine.clock.now();
  for (const run of parent.tasks) {
    if (run.status === 'CANCELED' && run.taskType === 'JOIN') waitAgain(run);
  }
  reopenParent(engine, parent);
}

/** The end time stays: the real server does not clear it. */
export function waitAgain(task: TaskRun): void {
  task.status = 'IN_PROGRESS';
  task.executed = false;
}
