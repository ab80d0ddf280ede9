import { atLeast } from '../atLeast.ts';
import { copyJson, type JsonObject } from '../json.ts';
import { begin } from './decide.ts';
import type { Engine } from './engine.ts';
import { asMap, asText, field } from './read/javaFields.ts';
import type { Execution, TaskRun } from './model.ts';
import { reopen, requireEnded } from './reopen.ts';
import { reopenParent } from './reopenParent.ts';
import { badRequest } from './serverError.ts';
import { timeOutIfDue } from './setTimeouts.ts';
import { isSystemTask } from './taskTypes/mappers.ts';

/** What a rerun asks for; absent values stay as they are. */
export interface RerunRequest {
  readonly taskId: string | undefined;
  readonly taskInput: JsonObject | undefined;
  readonly workflowInput: JsonObject | undefined;
  readonly correlationId: string | undefined;
}

/** @throws {ServerError} 500 for a field of another type */
export function readRerun(body: JsonObject): RerunRequest {
  return {
    taskId: field(body, 'reRunFromTaskId', asText),
    taskInput: field(body, 'taskInput', asMap),
    workflowInput: field(body, 'workflowInput', asMap),
    correlationId: field(body, 'correlationId', asText),
  };
}

/**
 * Runs again from a task on, or from the start. @throws {ServerError} 409 before its end, 400 for
 * an unknown task
 */
export function rerun(engine: Engine, execution: Execution, request: RerunRequest): void {
  requireEnded(execution, 'rerun');
  const { taskId, workflowInput, correlationId } = request;
  if (taskId !== undefined) {
    if (!rerunFrom(engine, execution, request)) throw badRequest(`Task ${taskId} not found`);
  } else {
    take(execution, { workflowInput, correlationId });
    removeTasks(engine, execution, () => true);
    forgetFailures(execution);
    timeOutIfDue(engine, execution);
    engine.decide(execution);
  }
  reopenParent(engine, execution);
}

function take(
  execution: Execution,
  { workflowInput, correlationId }: Pick<RerunRequest, 'workflowInput' | 'correlationId'>,
): void {
  if (workflowInput) execution.input = copyJson(workflowInput);
  if (correlationId !== undefined) execution.correlationId = correlationId;
}

/** Runs from a task on, which may be one of a child. False where there is no such task. */
function rerunFrom(engine: Engine, execution: Execution, request: RerunRequest): boolean {
  const own = execution.tasks.find((task) => task.taskId === request.taskId);
  const from = own ?? execution.tasks.find((task) => hasRerun(engine, task, request));
  if (from === undefined) return false;
  take(execution, request);
  removeTasks(engine, execution, (task) => task.seq > from.seq);
  forgetFailures(execution);
  if (own === undefined) waitForChild(engine, from);
  else runAgain(engine, execution, own, request.taskInput);
  engine.decide(execution);
  return true;
}

function hasRerun(engine: Engine, task: TaskRun, request: RerunRequest): boolean {
  const child = engine.store.executions.get(task.subWorkflowId ?? '');
  if (child === undefined) return false;
  const { taskId, taskInput } = request;
  const inner = { taskId, taskInput, workflowInput: undefined, correlationId: undefined };
  return rerunFrom(engine, child, inner);
}

function removeTasks(
  engine: Engine,
  execution: Execution,
  isRemoved: (task: TaskRun) => boolean,
): void {
  for (const task of execution.tasks.filter(isRemoved)) engine.store.tasks.delete(task.taskId);
  execution.tasks = execution.tasks.filter((task) => !isRemoved(task));
}

function forgetFailures(execution: Execution): void {
  execution.failedReferenceTaskNames = [];
  execution.failedTaskNames = [];
  reopen(execution);
}

function waitForChild(engine: Engine, task: TaskRun): void {
  const { startTime, reasonForIncompletion } = task;
  clear(task);
  task.startTime = startTime;
  task.status = 'IN_PROGRESS';
  if (atLeast(engine.version, '3.22.0')) return;
  task.reasonForIncompletion = reasonForIncompletion;
  task.outputData = {};
}

/** Types that end at once when they run again. */
const instant = new Set(['SWITCH', 'DECISION', 'FORK', 'SET_VARIABLE', 'NOOP', 'INLINE']);

function runAgain(
  engine: Engine,
  execution: Execution,
  task: TaskRun,
  input: JsonObject | undefined,
): void {
  const now = engine.clock.now();
  clear(task);
  task.status = isSystemTask(task.taskType) ? 'IN_PROGRESS' : 'SCHEDULED';
  task.outputData = {};
  task.workerId = undefined;
  task.availableAt = now;
  if (input) task.inputData = copyJson(input);
  if (instant.has(task.taskType)) {
    task.status = 'COMPLETED';
    task.endTime = now;
  }
  begin(engine, execution, [task]);
}

/** A task that runs again has no time of its start, not even one that the server runs. */
function clear(task: TaskRun): void {
  task.startTime = 0;
  task.endTime = 0;
  task.retried = false;
  task.executed = false;
  task.reasonForIncompletion = undefined;
}
