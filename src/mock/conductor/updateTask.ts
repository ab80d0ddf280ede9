import { copyJson, type Json, type JsonObject } from '../json.ts';
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
import { broken, notFound } from './serverError.ts';
import { isExternal, requirePayloads } from './payloads.ts';
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
  readonly logs: readonly (TaskLog | null)[];
  readonly extendLease: boolean;
  /** Undefined keeps the path that the task has. */
  readonly externalOutput?: string | undefined;
}

/** A log line of an update; without a time it is of now. */
export interface TaskLog {
  readonly log: string | undefined;
  readonly createdTime: number | undefined;
}

const settable: readonly TaskStatus[] = [
  'COMPLETED',
  'FAILED_WITH_TERMINAL_ERROR',
  'FAILED',
  'IN_PROGRESS',
];

/** The most log lines of one update; the server drops the others. */
const mostLines = 10;

const logType = 'com.netflix.conductor.common.metadata.tasks.TaskExecLog';
const noLog =
  '[SQLITE_CONSTRAINT_NOTNULL] A NOT NULL constraint failed (NOT NULL constraint failed: task_execution_logs.log)';

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
  requirePayloads(execution);
  const run = engine.store.tasks.get(result.taskId);
  if (run === undefined) throw notFound(`No such task found by id: ${result.taskId}`);
  if (isTaskTerminal(run.status) || isWorkflowTerminal(execution.status)) return;
  if (result.extendLease) {
    run.updateTime = engine.clock.now();
    return;
  }
  apply(engine, run, result);
  addLogs(engine, run.taskId, result.logs);
  requirePayloads(execution);
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
  run.externalOutput = result.externalOutput;
  if (isExternal(run)) run.outputData = {};
  run.updateTime = now;
  run.indexed = true;
  if (isTaskTerminal(run.status)) run.endTime = now;
  if (requeued) run.availableAt = now + result.callbackAfterSeconds * 1000;
}

/** The server has stored the update and the lines before a bad one when it fails. */
function addLogs(engine: Engine, taskId: string, lines: readonly (TaskLog | null)[]): void {
  if (lines.includes(null)) {
    throw broken(`Cannot invoke "${logType}.setTaskId(String)" because "taskExecLog" is null`);
  }
  for (const line of lines.slice(0, mostLines)) {
    if (line?.log === undefined) throw broken(noLog);
    addLog(engine, taskId, { log: line.log, createdTime: line.createdTime ?? engine.clock.now() });
  }
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
