import { copyJson, isObject, type JsonObject } from '../json.ts';
import { begin } from './decide.ts';
import type { Engine } from './engine.ts';
import type { Execution, TaskRun } from './model.ts';
import { reopen, requireEnded } from './reopen.ts';
import { badRequest } from './serverError.ts';

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
