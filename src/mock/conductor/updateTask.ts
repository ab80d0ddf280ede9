import { copyJson, isObject, textOf, toNumber, type Json, type JsonObject } from '../json.ts';
import { atLeast } from '../atLeast.ts';
import type { Engine } from './engine.ts';
import { findExecution } from './findExecution.ts';
import {
  isTaskTerminal,
  isWorkflowTerminal,
  type Execution,
  type TaskRun,
  type TaskStatus,
} from './model.ts';
import { badRequest, broken, notFound } from './serverError.ts';
import { isSystemTask } from './taskTypes/mappers.ts';
import { waitsForJoin } from './waitsForJoin.ts';

/** The values of an update; absent ones are cleared. */
export interface TaskResult {
  readonly workflowInstanceId: string;
  readonly taskId: string;
  readonly status: TaskStatus;
  readonly outputData: JsonObject;
  readonly reasonForIncompletion: string | undefined;
  readonly callbackAfterSeconds: number;
  readonly workerId: string | undefined;
  readonly subWorkflowId: string | undefined;
  readonly logs: readonly JsonObject[];
  readonly extendLease: boolean;
}

const settable: readonly TaskStatus[] = [
  'COMPLETED',
  'FAILED_WITH_TERMINAL_ERROR',
  'FAILED',
  'IN_PROGRESS',
];

/** The statuses that an update may set, in the order of this version's error message. */
export function settableStatuses(version: string): readonly TaskStatus[] {
  return atLeast(version, '3.32.0') ? ['CANCELED', ...settable] : settable;
}

/**
 * Updates a task and moves its workflow on. Silently does nothing where the task or the workflow
 * has ended. @throws {ServerError} 404 for an unknown workflow or task
 */
export function updateTask(engine: Engine, result: TaskResult): void {
  const execution = findExecution(engine, result.workflowInstanceId);
  const run = engine.store.tasks.get(result.taskId);
  if (run === undefined) throw notFound(`No such task found by id: ${result.taskId}`);
  if (isTaskTerminal(run.status) || isWorkflowTerminal(execution.status)) return;
  if (result.extendLease) {
    run.updateTime = engine.clock.now();
    return;
  }
  apply(engine, run, result);
  for (const line of result.logs.slice(0, 10)) {
    addLog(engine, run.taskId, {
      log: typeof line['log'] === 'string' ? line['log'] : '',
      createdTime: line['createdTime'] ?? 0,
    });
  }
  if (!waitsForJoin(engine, execution, run)) engine.decide(execution);
}

function apply(engine: Engine, run: TaskRun, result: TaskResult): void {
  const now = engine.clock.now();
  const requeued = result.status === 'IN_PROGRESS' && !isSystemTask(run.taskType);
  run.status = requeued ? 'SCHEDULED' : result.status;
  run.outputData = copyJson(result.outputData);
  run.reasonForIncompletion = result.reasonForIncompletion?.slice(0, 500);
  run.callbackAfterSeconds = result.callbackAfterSeconds;
  run.workerId = result.workerId;
  run.subWorkflowId = result.subWorkflowId;
  run.updateTime = now;
  run.indexed = true;
  if (isTaskTerminal(run.status)) run.endTime = now;
  if (requeued) run.availableAt = now + result.callbackAfterSeconds * 1000;
}

export function addLog(
  engine: Engine,
  taskId: string,
  line: { readonly log: string; readonly createdTime: Json },
): void {
  const lines = engine.store.logs.get(taskId) ?? [];
  lines.push({ log: line.log, taskId, createdTime: line.createdTime });
  engine.store.logs.set(taskId, lines);
}

/**
 * The task of an update by reference name: the first open one with exactly this name, else the
 * first open one whose name up to `__` is this.
 */
export function findPending(
  engine: Engine,
  workflowId: string,
  referenceName: string,
): { readonly execution: Execution; readonly run: TaskRun } | undefined {
  const execution = engine.store.executions.get(workflowId);
  const open = execution?.tasks.filter((task) => !isTaskTerminal(task.status)) ?? [];
  const run =
    open.find((task) => task.referenceTaskName === referenceName) ??
    open.find((task) => task.referenceTaskName.split('__')[0] === referenceName);
  return execution && run ? { execution, run } : undefined;
}

/** Reads a TaskResult. @throws {ServerError} 500 where a field has the wrong type */
export function toTaskResult(
  body: JsonObject,
  version: string,
): Omit<TaskResult, 'status'> & {
  readonly status: TaskStatus | undefined;
} {
  const text = (key: string) => {
    const value = body[key];
    return value === undefined || value === null ? undefined : textOf(value);
  };
  const outputData = body['outputData'];
  if (Array.isArray(outputData)) {
    throw broken(
      'JSON parse error: Cannot deserialize value of type `java.util.LinkedHashMap<java.lang.String,java.lang.Object>` from Array value (token `JsonToken.START_ARRAY`)',
    );
  }
  const logs = body['logs'];
  return {
    workflowInstanceId: text('workflowInstanceId') ?? '',
    taskId: text('taskId') ?? '',
    status: toStatus(text('status'), version),
    outputData: isObject(outputData) ? outputData : {},
    reasonForIncompletion: text('reasonForIncompletion'),
    callbackAfterSeconds: toSeconds(body['callbackAfterSeconds']),
    workerId: text('workerId'),
    subWorkflowId: text('subWorkflowId'),
    logs: Array.isArray(logs) ? logs.filter(isObject) : [],
    extendLease: body['extendLease'] === true,
  };
}

function toStatus(text: string | undefined, version: string): TaskStatus | undefined {
  if (text === undefined) return undefined;
  const known = settableStatuses(version);
  const status = known.find((one) => one === text);
  if (status !== undefined) return status;
  throw broken(
    `JSON parse error: Cannot deserialize value of type \`com.netflix.conductor.common.metadata.tasks.TaskResult$Status\` from String "${text}": not one of the values accepted for Enum class: [${known.join(', ')}]`,
  );
}

function toSeconds(value: Json | undefined): number {
  if (value === undefined || value === null) return 0;
  const seconds = toNumber(value);
  if (Number.isNaN(seconds)) {
    throw broken(
      `JSON parse error: Cannot deserialize value of type \`long\` from String "${textOf(value)}": not a valid \`long\` value`,
    );
  }
  return seconds;
}

/** @throws {ServerError} 400 */
export function checkPollTimeout(timeoutMs: number): void {
  if (timeoutMs > 5000) {
    throw badRequest('Long Poll Timeout value cannot be more than 5 seconds');
  }
}
