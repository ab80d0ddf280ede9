import { atLeast } from '../atLeast.ts';
import type { JsonObject } from '../json.ts';
import type { Execution, TaskRun } from './model.ts';

/** A task as the API prints it; fields without a value are left out. */
export function taskView(run: TaskRun, execution: Execution | undefined, version: string) {
  const recent = atLeast(version, '3.22.0');
  const reached = run.workflowType !== undefined;
  const definition = run.workflowTask.taskDefinition;
  const view: JsonObject = {
    taskType: run.taskType,
    status: run.status,
    inputData: run.inputData,
    referenceTaskName: run.referenceTaskName,
    retryCount: run.retryCount,
    seq: run.seq,
    correlationId: reached ? execution?.correlationId : undefined,
    pollCount: run.pollCount,
    taskDefName: run.taskDefName,
    scheduledTime: run.scheduledTime,
    startTime: run.startTime,
    endTime: run.endTime,
    updateTime: run.updateTime,
    startDelayInSeconds: run.startDelayInSeconds,
    retriedTaskId: run.retriedTaskId,
    retried: run.retried,
    executed: run.executed,
    callbackFromWorker: true,
    responseTimeoutSeconds: responseTimeout(run),
    workflowInstanceId: run.workflowId,
    workflowType: run.workflowType,
    taskId: run.taskId,
    reasonForIncompletion: run.reasonForIncompletion,
    callbackAfterSeconds: run.callbackAfterSeconds,
    workerId: run.workerId,
    outputData: run.outputData,
    externalOutputPayloadStoragePath: run.externalOutput === '' ? undefined : run.externalOutput,
    workflowTask: reached || recent ? run.workflowTask : undefined,
    rateLimitPerFrequency: 0,
    rateLimitFrequencyInSeconds: definitionNumber(run, 'rateLimitFrequencyInSeconds'),
    workflowPriority: reached ? (execution?.priority ?? 0) : 0,
    iteration: run.iteration,
    domain: run.domain,
    subWorkflowId: run.subWorkflowId,
    subworkflowChanged: false,
    firstStartTime: 0,
    // The only null that the server prints.
    taskDefinition: (reached ? definition : undefined) ?? null,
    loopOverTask: run.loopOverTask,
    queueWaitTime: queueWait(run),
  };
  if (!recent) return view;
  return {
    ...view,
    executionMetadata: { additionalContext: {}, empty: true, additionalContextMap: {} },
  };
}

/** Only worker tasks have the limits of their definition; a loop has the default ones. */
function definitionNumber(run: TaskRun, key: string): number {
  const { type, taskDefinition } = run.workflowTask;
  if (type === 'DO_WHILE') return key === 'rateLimitFrequencyInSeconds' ? 1 : 0;
  const value = type === 'SIMPLE' ? taskDefinition?.[key] : 0;
  return typeof value === 'number' && run.workflowType !== undefined ? value : 0;
}

function responseTimeout(run: TaskRun): number {
  return definitionNumber(run, 'responseTimeoutSeconds');
}

function queueWait(run: TaskRun): number {
  if (run.startTime === 0) return 0;
  return run.startTime - run.scheduledTime - run.startDelayInSeconds * 1000;
}
