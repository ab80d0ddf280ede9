import type { JsonObject } from '../json.ts';
import type { Engine } from './engine.ts';
import type { Execution, TaskRun } from './model.ts';
import { broken } from './serverError.ts';
import { shapeWorkflowTask } from './shapeWorkflowDef.ts';
import { allTasks, type WorkflowTask } from './workflowDef.ts';

/** The input and the output that a skipped task is given. */
export interface SkipRequest {
  readonly input: JsonObject;
  readonly output: JsonObject;
}

/** Marks a task that was not reached yet as skipped. @throws {ServerError} 500 otherwise */
export function skip(
  engine: Engine,
  execution: Execution,
  referenceName: string,
  { input, output }: SkipRequest = { input: {}, output: {} },
): void {
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
  const run = skippedRun(engine, execution, task, { input, output });
  execution.tasks.push(run);
  engine.store.tasks.set(run.taskId, run);
  engine.decide(execution);
}

function skippedRun(
  engine: Engine,
  execution: Execution,
  { name, taskReferenceName }: WorkflowTask,
  { input, output }: SkipRequest,
): TaskRun {
  const now = engine.clock.now();
  return {
    taskId: engine.random.uuid(),
    taskType: name,
    taskDefName: name,
    referenceTaskName: taskReferenceName,
    workflowId: execution.workflowId,
    workflowType: undefined,
    // The server makes a task of its own, of the default type.
    workflowTask: shapeWorkflowTask({ name, taskReferenceName }, engine.version),
    retryCount: 0,
    retriedTaskId: undefined,
    startDelayInSeconds: 0,
    loopOverTask: false,
    scheduledTime: now,
    domain: undefined,
    status: 'SKIPPED',
    inputData: input,
    outputData: output,
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
    externalOutput: undefined,
    availableAt: now,
    waitUntil: undefined,
    indexed: false,
  };
}
