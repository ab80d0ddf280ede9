import type { Engine } from './engine.ts';
import type { Execution, TaskRun } from './model.ts';
import { broken } from './serverError.ts';
import { allTasks } from './workflowDef.ts';

/** Marks a task that was not reached yet as skipped. @throws {ServerError} 500 otherwise */
export function skip(engine: Engine, execution: Execution, referenceName: string): void {
  if (execution.status !== 'RUNNING') {
    throw broken(
      `The workflow ${execution.workflowId} is not running so the task referenced by ${referenceName} cannot be skipped`,
    );
  }
  const task = allTasks(execution.definition.tasks).find(
    (one) => one.taskReferenceName === referenceName,
  );
  if (task === undefined) {
    throw broken(
      `The task referenced by ${referenceName} does not exist in the WorkflowDefinition ${execution.definition.name}`,
    );
  }
  if (execution.tasks.some((run) => run.referenceTaskName === referenceName)) {
    throw broken(
      `The task referenced ${referenceName} has already been processed, cannot be skipped`,
    );
  }
  const { taskDefinition: _, ...undefinedTask } = task;
  const now = engine.clock.now();
  const run: TaskRun = {
    taskId: engine.random.uuid(),
    taskType: task.name,
    taskDefName: task.name,
    referenceTaskName: referenceName,
    workflowId: execution.workflowId,
    workflowType: undefined,
    workflowTask: undefinedTask,
    retryCount: 0,
    retriedTaskId: undefined,
    startDelayInSeconds: 0,
    loopOverTask: false,
    scheduledTime: now,
    status: 'SKIPPED',
    inputData: {},
    outputData: {},
    retried: false,
    executed: false,
    seq: 0,
    iteration: 0,
    pollCount: 0,
    startTime: 0,
    endTime: now,
    updateTime: 0,
    callbackAfterSeconds: 0,
    workerId: undefined,
    reasonForIncompletion: undefined,
    subWorkflowId: undefined,
    availableAt: now,
    waitUntil: undefined,
    indexed: false,
  };
  execution.tasks.push(run);
  engine.store.tasks.set(run.taskId, run);
  engine.decide(execution);
}
