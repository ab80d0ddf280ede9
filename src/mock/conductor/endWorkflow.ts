import { atLeast } from '../atLeast.ts';
import { copyJson } from '../json.ts';
import type { Engine } from './engine.ts';
import { contextOf, resolveObject } from './resolveObject.ts';
import { latestAttempt } from './latestAttempt.ts';
import { isTaskTerminal, isWorkflowTerminal, type Execution } from './model.ts';
import { startFailureWorkflow } from './failureWorkflow.ts';
import { failedBy } from './nextAttempt.ts';
import { settleParent } from './taskTypes/subWorkflow.ts';
import type { TerminateWorkflow } from './terminateWorkflow.ts';

/** True where every task of the definition has ended and none waits. */
export function isComplete(execution: Execution): boolean {
  const current = execution.tasks.filter((task) => !task.retried);
  if (!current.every((task) => isTaskTerminal(task.status))) return false;
  return execution.definition.tasks.every(
    (task) => latestAttempt(execution, task.taskReferenceName) !== undefined,
  );
}

/** Ends an execution: cancels open tasks, computes the output and notifies the parent. */
export function endWorkflow(engine: Engine, execution: Execution, end: TerminateWorkflow): void {
  const failed = execution.tasks.filter(
    (task) => task.status === 'FAILED' || task.status === 'FAILED_WITH_TERMINAL_ERROR',
  );
  const permissive = failed.find((task) => !task.retried && task.workflowTask.permissive === true);
  const failure =
    end.status === 'COMPLETED' && permissive ? failedBy(permissive, 'FAILED') : undefined;
  const { status, reason } = failure ?? end;
  const now = engine.clock.now();
  execution.output = end.output ? copyJson(end.output) : outputOf(execution);
  execution.status = status;
  // Servers before 3.22 keep the reason of an earlier failure.
  const isKept = status === 'COMPLETED' && !atLeast(engine.version, '3.22.0');
  execution.reasonForIncompletion =
    reason ?? (isKept ? execution.reasonForIncompletion : undefined);
  execution.endTime = now;
  execution.updateTime = now;
  if (status !== 'COMPLETED') {
    for (const task of failed) {
      addOnce(execution.failedReferenceTaskNames, task.referenceTaskName);
      addOnce(execution.failedTaskNames, task.taskDefName);
    }
  }
  cancelOpenTasks(engine, execution, reason);
  if (status !== 'COMPLETED' && !end.isAsked) startFailureWorkflow(engine, execution, end.task);
  settleParent(engine, execution);
}

function cancelOpenTasks(engine: Engine, execution: Execution, reason: string | undefined): void {
  const now = engine.clock.now();
  for (const task of execution.tasks) {
    if (isTaskTerminal(task.status)) continue;
    task.status = 'CANCELED';
    task.endTime = now;
    task.indexed = true;
    const child = engine.store.executions.get(task.subWorkflowId ?? '');
    if (child && !isWorkflowTerminal(child.status)) {
      engine.terminate(
        child,
        `Parent workflow has been terminated with reason: ${reason ?? 'null'}`,
      );
    }
  }
}

function outputOf(execution: Execution) {
  const parameters = execution.definition.outputParameters;
  if (Object.keys(parameters).length > 0) return resolveObject(parameters, contextOf(execution));
  return copyJson(execution.tasks.at(-1)?.outputData ?? {});
}

function addOnce(names: string[], name: string): void {
  if (!names.includes(name)) names.push(name);
}
