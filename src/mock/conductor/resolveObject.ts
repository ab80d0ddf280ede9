import { copyJson, isObject, type Json, type JsonObject } from '../json.ts';
import { javaText } from './javaText.ts';
import type { Execution, TaskRun } from './model.ts';

/**
 * Replaces `${...}` in every text of `value`. A text that is just one expression becomes its value
 * (null where there is none); inside longer texts the value is printed.
 */
function resolve(value: Json | undefined, context: JsonObject): Json {
  if (value === undefined) return null;
  if (typeof value === 'string') return resolveText(value, context);
  if (Array.isArray(value)) return value.map((item) => resolve(item, context));
  if (isObject(value)) return resolveObject(value, context);
  return value;
}

export function resolveObject(value: JsonObject, context: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolve(item, context)]),
  );
}

/** The names in expressions: `workflow`, and each task by its reference name. */
export function contextOf(execution: Execution): JsonObject {
  const context: JsonObject = {
    workflow: {
      input: execution.input,
      output: execution.output,
      status: execution.status,
      workflowId: execution.workflowId,
      parentWorkflowId: execution.parentWorkflowId ?? null,
      parentWorkflowTaskId: execution.parentWorkflowTaskId ?? null,
      workflowType: execution.definition.name,
      version: execution.definition.version,
      correlationId: execution.correlationId ?? null,
      reasonForIncompletion: execution.reasonForIncompletion ?? null,
      schemaVersion: execution.definition['schemaVersion'],
      variables: execution.variables,
    },
  };
  for (const task of execution.tasks) context[withoutIteration(task)] = taskContext(task);
  return context;
}

/** In a loop, expressions name a task without its iteration; the latest iteration wins. */
export function withoutIteration(task: TaskRun): string {
  if (!task.loopOverTask) return task.referenceTaskName;
  return task.referenceTaskName.split('__')[0] ?? task.referenceTaskName;
}

function taskContext(task: TaskRun): JsonObject {
  return {
    input: task.inputData,
    output: task.outputData,
    taskType: task.taskType,
    status: task.status,
    referenceTaskName: task.referenceTaskName,
    retryCount: task.retryCount,
    pollCount: task.pollCount,
    taskDefName: task.taskDefName,
    scheduledTime: task.scheduledTime,
    startTime: task.startTime,
    endTime: task.endTime,
    workflowInstanceId: task.workflowId,
    taskId: task.taskId,
    reasonForIncompletion: task.reasonForIncompletion ?? null,
    callbackAfterSeconds: task.callbackAfterSeconds,
    workerId: task.workerId ?? null,
    iteration: task.iteration,
  };
}

function resolveText(text: string, context: JsonObject): Json {
  const whole = /^\$\{([^{}]+)\}$/.exec(text);
  if (whole?.[1] !== undefined) return copyJson(valueAt(whole[1], context));
  return text.replaceAll(/(\$?)\$\{([^{}]+)\}/g, (found, escape: string, path: string) =>
    // A doubled sign is no expression.
    escape === '' ? printed(valueAt(path, context)) : found.slice(1),
  );
}

function printed(value: Json): string {
  if (typeof value === 'string') return value;
  return javaText(value);
}

function valueAt(path: string, context: JsonObject): Json {
  const steps = path
    .replaceAll(/\[['"]?([^[\]'"]+)['"]?\]/g, '.$1')
    .split('.')
    .map((step) => step.trim());
  let value: Json = context;
  for (const step of steps) {
    const next: Json | undefined = Array.isArray(value)
      ? value[Number(step)]
      : isObject(value) && Object.hasOwn(value, step)
        ? value[step]
        : undefined;
    if (next === undefined) return null;
    value = next;
  }
  return value;
}
