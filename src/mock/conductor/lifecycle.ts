import { copyJson, isObject, type JsonObject } from '../json.ts';
import { atLeast } from '../atLeast.ts';
import { begin } from './decide.ts';
import type { Engine } from './engine.ts';
import { isWorkflowTerminal, type Execution, type TaskRun } from './model.ts';
import { add } from './plan.ts';
import { nextAttempt } from './nextAttempt.ts';
import { badRequest, broken, conflict, notFound } from './serverError.ts';
import { allTasks } from './workflowDef.ts';

/** How often the server checks a retried WAIT, in seconds. */
const waitCallback = 30;

/** `name.version/id.STATUS`, the form in the server's messages. */
function longName(execution: Execution): string {
  const { name, version } = execution.definition;
  return `${name}.${version}/${execution.workflowId}`;
}

/** Idempotent. @throws {ServerError} 409 after its end */
export function pause(execution: Execution): void {
  if (isWorkflowTerminal(execution.status)) {
    throw conflict(`Workflow ${longName(execution)} has ended, status cannot be updated.`);
  }
  execution.status = 'PAUSED';
}

/** @throws {ServerError} 500 unless it is paused */
export function resume(engine: Engine, execution: Execution): void {
  if (execution.status !== 'PAUSED') {
    throw broken(
      `The workflow ${execution.workflowId} is not PAUSED so cannot resume. Current status is ${execution.status}`,
    );
  }
  execution.status = 'RUNNING';
  execution.lastRetriedTime = engine.clock.now();
  engine.decide(execution);
}

/**
 * Does nothing where it was terminated already. @throws {ServerError} 409 where it has completed
 */
export function terminate(engine: Engine, execution: Execution, reason: string | undefined): void {
  if (execution.status === 'COMPLETED') throw conflict('Cannot terminate a COMPLETED workflow.');
  if (execution.status === 'TERMINATED') {
    // Servers before 3.22 terminate it again, with the new reason.
    if (!atLeast(engine.version, '3.22.0')) execution.reasonForIncompletion = reason;
    return;
  }
  engine.terminate(execution, reason);
}

/** Runs everything again under the same id. @throws {ServerError} 409 unless it has ended */
export function restart(engine: Engine, execution: Execution, definition = execution.definition) {
  requireEnded(execution, 'restart');
  if (!execution.definition.restartable && execution.status === 'COMPLETED') {
    throw notFound(`Workflow: ${longName(execution)}.${execution.status} is non-restartable`);
  }
  for (const task of execution.tasks) engine.store.tasks.delete(task.taskId);
  execution.definition = definition;
  execution.tasks = [];
  execution.variables = copyJson(definition.variables);
  execution.startTime = engine.clock.now();
  execution.output = {};
  execution.failedReferenceTaskNames = [];
  execution.failedTaskNames = [];
  execution.lastRetriedTime = 0;
  execution.endTime = 0;
  reopen(execution);
  engine.decide(execution);
}

/**
 * Retries the failed and canceled tasks. @throws {ServerError} 404 while it runs, 409 where there
 * is nothing to retry, 500 where a skipped task prevents it
 */
export function retry(engine: Engine, execution: Execution): void {
  if (!isWorkflowTerminal(execution.status)) {
    throw notFound(`Workflow is still running.  status=${execution.status}`);
  }
  const retriable = retriableTasks(execution);
  if (retriable.length === 0 && execution.status !== 'TIMED_OUT') {
    throw conflict(
      'There are no retryable tasks! Use restart if you want to attempt entire workflow execution again.',
    );
  }
  reopen(execution);
  execution.lastRetriedTime = engine.clock.now();
  const retries = retriable.map((task) => {
    task.retried = true;
    task.executed = true;
    const again = nextAttempt(engine, task, 0);
    if (task.taskType === 'WAIT') again.callbackAfterSeconds = waitCallback;
    return again;
  });
  begin(engine, execution, add(execution, retries));
  engine.decide(execution);
  reopenParent(engine, execution);
}

function retriableTasks(execution: Execution): TaskRun[] {
  const found = new Map<string, TaskRun>();
  for (const task of execution.tasks) {
    const name = task.referenceTaskName;
    if (task.retried) continue;
    if (task.status === 'FAILED' || task.status === 'FAILED_WITH_TERMINAL_ERROR') {
      found.set(name, task);
    } else if (task.status === 'CANCELED' || task.status === 'TIMED_OUT') {
      if (task.taskType === 'JOIN' || task.taskType === 'DO_WHILE') waitAgain(task);
      else found.set(name, task);
    } else {
      found.delete(name);
    }
  }
  return [...found.values()];
}

/** The end time stays: the real server does not clear it. */
function waitAgain(task: TaskRun): void {
  task.status = 'IN_PROGRESS';
  task.executed = false;
}

/** Reopens the parent of a retried child. */
function reopenParent(engine: Engine, child: Execution): void {
  const parent = engine.store.executions.get(child.parentWorkflowId ?? '');
  const task = parent?.tasks.find((run) => run.taskId === child.parentWorkflowTaskId);
  if (!parent || !task || !isWorkflowTerminal(parent.status)) return;
  waitAgain(task);
  task.reasonForIncompletion = undefined;
  reopen(parent);
  parent.lastRetriedTime = engine.clock.now();
  for (const run of parent.tasks) {
    if (run.status === 'CANCELED' && run.taskType === 'JOIN') waitAgain(run);
  }
  reopenParent(engine, parent);
}

/**
 * Runs again from a task on, or from the start. @throws {ServerError} 409 before its end, 400 for
 * an unknown task
 */
export function rerun(engine: Engine, execution: Execution, request: JsonObject): void {
  requireEnded(execution, 'rerun');
  const { reRunFromTaskId, taskInput, workflowInput } = request;
  if (isObject(workflowInput)) execution.input = copyJson(workflowInput);
  if (typeof reRunFromTaskId !== 'string') {
    for (const task of execution.tasks) engine.store.tasks.delete(task.taskId);
    execution.tasks = [];
    execution.failedReferenceTaskNames = [];
    execution.failedTaskNames = [];
    reopen(execution);
    engine.decide(execution);
    return;
  }
  const from = execution.tasks.find((task) => task.taskId === reRunFromTaskId);
  if (from === undefined) throw badRequest(`Task ${reRunFromTaskId} not found`);
  const later = execution.tasks.filter((task) => task.seq > from.seq);
  for (const task of later) engine.store.tasks.delete(task.taskId);
  execution.tasks = execution.tasks.filter((task) => task.seq <= from.seq);
  reopen(execution);
  runAgain(engine, execution, from, isObject(taskInput) ? taskInput : undefined);
  engine.decide(execution);
}

function runAgain(
  engine: Engine,
  execution: Execution,
  task: TaskRun,
  input: JsonObject | undefined,
): void {
  const now = engine.clock.now();
  const worker = task.startTime === 0 || task.pollCount > 0 || task.workflowTask.type === 'SIMPLE';
  task.status = worker ? 'SCHEDULED' : 'IN_PROGRESS';
  task.startTime = worker ? 0 : now;
  task.endTime = 0;
  task.retried = false;
  task.executed = false;
  task.outputData = {};
  task.reasonForIncompletion = undefined;
  task.workerId = undefined;
  task.availableAt = now;
  if (input) task.inputData = copyJson(input);
  begin(engine, execution, [task]);
}

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

/** @throws {ServerError} 409 after its end */
export function resetCallbacks(engine: Engine, execution: Execution): void {
  if (isWorkflowTerminal(execution.status)) {
    throw conflict(`Workflow is in terminal state. Status = ${execution.status}`);
  }
  for (const task of execution.tasks) {
    if (task.status === 'SCHEDULED' && task.callbackAfterSeconds > 0) {
      task.availableAt = engine.clock.now();
    }
  }
}

function requireEnded(execution: Execution, verb: 'restart' | 'rerun'): void {
  if (isWorkflowTerminal(execution.status)) return;
  throw conflict(
    `Workflow: ${longName(execution)}.${execution.status} is not in terminal state, unable to ${verb}.`,
  );
}

/** A retry and a rerun keep the end time; only a restart clears it. */
function reopen(execution: Execution): void {
  execution.status = 'RUNNING';
  execution.reasonForIncompletion = undefined;
}
