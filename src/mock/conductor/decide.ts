import { atLeast } from '../atLeast.ts';
import type { WorkflowTask } from './workflowDef.ts';
import type { Engine } from './engine.ts';
import { endWorkflow, isComplete } from './endWorkflow.ts';
import {
  isTaskSuccessful,
  isTaskTerminal,
  isWorkflowTerminal,
  type Execution,
  type TaskRun,
  type WorkflowStatus,
} from './model.ts';
import { nextTask } from './nextTask.ts';
import { afterFailure } from './nextAttempt.ts';
import { add, plan } from './plan.ts';
import { settleJoin } from './taskTypes/join.ts';
import { settleLoop } from './taskTypes/doWhile.ts';
import { startChild } from './taskTypes/subWorkflow.ts';
import { setTimeouts } from './setTimeouts.ts';
import { TerminateWorkflow } from './terminateWorkflow.ts';

/** Stops an endless loop: no real workflow takes so many steps at once. */
const maxSteps = 2000;

/** Moves an execution on as far as it can go without outside action, as the real decider does. */
export function decide(engine: Engine, execution: Execution): void {
  for (let count = 0; count < maxSteps; count++) {
    if (execution.status !== 'RUNNING') return;
    try {
      if (!step(engine, execution)) return;
    } catch (error) {
      if (!(error instanceof TerminateWorkflow)) throw error;
      endWorkflow(engine, execution, error);
      return;
    }
  }
}

/** One pass over all tasks. False where nothing changed. */
function step(engine: Engine, execution: Execution): boolean {
  if (execution.tasks.every((task) => task.status === 'SKIPPED')) {
    return scheduleFirst(engine, execution);
  }
  const ended = execution.tasks.filter(needsFollowUp);
  const statuses = new Map(ended.map((run) => [run, run.status]));
  let changed = false;
  for (const run of ended) changed = followUp(engine, execution, run) || changed;
  changed = settleWaiting(engine, execution) || changed;
  if (!changed && isComplete(execution)) {
    // The real server stores an ended workflow without the marks of the last pass: the tasks are
    // not `executed`, and an optional one that failed keeps its status.
    for (const run of ended) {
      run.executed = false;
      run.status = statuses.get(run) ?? run.status;
    }
    endWorkflow(engine, execution, new TerminateWorkflow('COMPLETED', undefined));
    return true;
  }
  return changed;
}

function needsFollowUp(run: TaskRun): boolean {
  return isTaskTerminal(run.status) && run.status !== 'SKIPPED' && !run.retried && !run.executed;
}

function scheduleFirst(engine: Engine, execution: Execution): boolean {
  const first = execution.definition.tasks[0];
  return first !== undefined && schedule(engine, execution, first, 0);
}

/** Handles an ended task: a retry, the end of the workflow, or the next tasks. */
function followUp(engine: Engine, execution: Execution, run: TaskRun): boolean {
  if (!isTaskSuccessful(run.status)) {
    const retry = afterFailure(engine, run);
    if (retry !== undefined) {
      run.retried = true;
      begin(engine, execution, add(execution, [retry]));
      return true;
    }
  }
  run.executed = true;
  if (run.taskType === 'TERMINATE') endByTask(engine, run);
  if (hasChildren(run)) return false;
  const name = run.workflowTask.taskReferenceName;
  const next = nextTask(execution.definition.tasks, name);
  return next !== undefined && schedule(engine, execution, next, loopIteration(run));
}

/** Servers before 3.22 end a workflow as COMPLETED or FAILED only. */
function endByTask(engine: Engine, run: TaskRun): never {
  const { terminationStatus, terminationReason } = run.inputData;
  const known: WorkflowStatus[] = atLeast(engine.version, '3.22.0')
    ? ['FAILED', 'TERMINATED']
    : ['FAILED'];
  const status = known.find((one) => one === terminationStatus) ?? 'COMPLETED';
  if (status === 'COMPLETED') run.executed = false;
  const given = typeof terminationReason === 'string' ? terminationReason : undefined;
  const reason = given ?? `Workflow is ${status} by TERMINATE task: ${run.taskId}`;
  throw new TerminateWorkflow(status, reason, { output: run.outputData });
}

function hasChildren(run: TaskRun): boolean {
  const branches = run.taskType === 'SWITCH' || run.taskType === 'DECISION';
  return branches && run.inputData['hasChildren'] === 'true';
}

/** 0 for a loop task: it counts its own iterations, and its followers are outside the loop. */
function loopIteration(run: TaskRun): number {
  return run.taskType === 'DO_WHILE' ? 0 : run.iteration;
}

function settleWaiting(engine: Engine, execution: Execution): boolean {
  let changed = false;
  for (const run of execution.tasks) {
    if (isTaskTerminal(run.status)) continue;
    if (run.taskType === 'JOIN') {
      changed = settleJoin(execution, run, engine.clock.now()) || changed;
    } else if (run.taskType === 'DO_WHILE') {
      const next = settleLoop(engine, execution, run);
      if (next.schedule) schedule(engine, execution, next.schedule, run.iteration);
      changed = changed || next.changed;
    }
  }
  return changed;
}

/** Schedules a task unless it exists; continues after skipped tasks. */
function schedule(
  engine: Engine,
  execution: Execution,
  task: WorkflowTask,
  iteration: number,
): boolean {
  let next: WorkflowTask | undefined = task;
  while (next !== undefined && isSkipped(execution, next)) {
    next = nextTask(execution.definition.tasks, next.taskReferenceName);
  }
  if (next === undefined) return false;
  const added = add(execution, plan(engine, execution, next, iteration));
  begin(engine, execution, added);
  return added.length > 0;
}

function isSkipped(execution: Execution, task: WorkflowTask): boolean {
  return execution.tasks.some(
    (run) => run.status === 'SKIPPED' && run.referenceTaskName === task.taskReferenceName,
  );
}

/** Starts child executions and timers of these tasks. */
export function begin(engine: Engine, execution: Execution, runs: readonly TaskRun[]): void {
  for (const run of runs) {
    engine.store.tasks.set(run.taskId, run);
    if (run.startTime > 0) setTimeouts(engine, run);
    if (run.waitUntil !== undefined) setWait(engine, execution, run);
    const isChild = run.taskType === 'SUB_WORKFLOW' && run.status === 'IN_PROGRESS';
    if (isChild && !isWorkflowTerminal(execution.status)) {
      startChild(engine, execution, run);
    }
  }
}

function setWait(engine: Engine, execution: Execution, run: TaskRun): void {
  engine.timers.set(run.waitUntil ?? 0, () => {
    if (run.status !== 'IN_PROGRESS' || engine.store.tasks.get(run.taskId) !== run) return;
    run.status = 'COMPLETED';
    run.endTime = engine.clock.now();
    run.updateTime = run.endTime;
    run.indexed = true;
    engine.decide(execution);
  });
}
