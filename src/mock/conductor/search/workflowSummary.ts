import type { JsonObject } from '../../json.ts';
import { atLeast } from '../../atLeast.ts';
import type { Execution, TaskRun } from '../model.ts';
import { javaText } from '../javaText.ts';

/** A row of the workflow search; times are ISO texts. */
export function workflowSummary(execution: Execution, version: string): JsonObject {
  const input = javaText(execution.input);
  const output = javaText(execution.output);
  const ended = execution.endTime > 0;
  return {
    workflowType: execution.definition.name,
    version: execution.definition.version,
    workflowId: execution.workflowId,
    correlationId: execution.correlationId,
    startTime: isoTime(execution.startTime),
    updateTime: isoTime(execution.updateTime),
    endTime: ended ? isoTime(execution.endTime) : undefined,
    status: execution.status,
    input,
    output,
    reasonForIncompletion: execution.reasonForIncompletion,
    executionTime: ended ? execution.endTime - execution.startTime : 0,
    failedReferenceTaskNames: execution.failedReferenceTaskNames.join(','),
    priority: execution.priority,
    failedTaskNames: execution.failedTaskNames,
    ...(atLeast(version, '3.22.0')
      ? {
          taskToDomain: execution.taskToDomain,
          parentWorkflowId: execution.parentWorkflowId ?? '',
          classifier: 'workflow',
        }
      : {}),
    inputSize: input.length,
    outputSize: output.length,
  };
}

/** A row of the task search. It has no reference name. */
export function taskSummary(run: TaskRun, execution: Execution): JsonObject {
  return {
    workflowId: run.workflowId,
    workflowType: run.workflowType,
    correlationId: execution.correlationId,
    scheduledTime: isoTime(run.scheduledTime),
    startTime: isoTime(run.startTime),
    updateTime: isoTime(run.updateTime),
    endTime: isoTime(run.endTime),
    status: run.status,
    reasonForIncompletion: run.reasonForIncompletion,
    executionTime: run.endTime > 0 && run.startTime > 0 ? run.endTime - run.startTime : 0,
    queueWaitTime: run.startTime > 0 ? run.startTime - run.scheduledTime : 0,
    taskDefName: run.taskDefName,
    taskType: run.taskType,
    input: javaText(run.inputData),
    output: javaText(run.outputData),
    taskId: run.taskId,
    workflowPriority: execution.priority,
  };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
