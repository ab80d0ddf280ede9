import { atLeast } from '../../atLeast.ts';
import { copyJson, toNumber, type JsonObject } from '../../json.ts';
import { allTasks, type WorkflowTask } from '../workflowDef.ts';
import { isTaskTerminal, type Execution, type TaskRun } from '../model.ts';
import { evaluate } from '../script/evaluate.ts';
import { scriptError } from '../script/scriptError.ts';
import type { Engine } from '../engine.ts';
import { newTaskRun, type Mapper } from '../newTaskRun.ts';
import { contextOf, resolveObject, withoutIteration } from '../resolveObject.ts';

/** DO_WHILE: in progress while its body runs. Its output has a key for every iteration. */
export const doWhile: Mapper = (planned) => [
  newTaskRun(planned, {
    status: 'IN_PROGRESS',
    taskType: 'DO_WHILE',
    output: { iteration: 1 },
    loopOverTask: true,
    iteration: 1,
  }),
];

/** The next step of a loop: the first task of its body in an iteration, or nothing. */
export interface LoopStep {
  readonly schedule?: WorkflowTask;
  readonly changed: boolean;
}

/** Where the body has finished, ends the loop or starts its next iteration. */
export function settleLoop(
  { clock, version }: Engine,
  execution: Execution,
  run: TaskRun,
): LoopStep {
  const now = clock.now();
  const first = run.workflowTask.loopOver[0];
  if (first === undefined) return { changed: false };
  const body = latestOfIteration(execution, run);
  if (body.size === 0) return { schedule: first, changed: true };
  if (![...body.values()].every((task) => isTaskTerminal(task.status) && task.executed)) {
    return { changed: false };
  }
  const outputs: JsonObject = {};
  for (const [name, task] of body) outputs[name] = copyJson(task.outputData);
  run.outputData[String(run.iteration)] = outputs;
  run.updateTime = now;
  const input = resolveObject(run.workflowTask.inputParameters, contextOf(execution));
  const kept = atLeast(version, '3.22.0') ? toNumber(input['keepLastN'] ?? 0) : 0;
  forgetOutputs(run, kept);
  if (goesOn(run, { input, outputs, version })) {
    run.iteration += 1;
    forgetTasks(execution, run, kept);
    run.outputData['iteration'] = run.iteration;
    return { schedule: first, changed: true };
  }
  if (!isTaskTerminal(run.status)) run.status = 'COMPLETED';
  run.endTime = now;
  return { changed: true };
}

/** Drops the outputs of all rounds but the last ones. */
function forgetOutputs(run: TaskRun, kept: number): void {
  if (!(kept > 0)) return;
  for (let round = 1; round <= run.iteration - kept; round++) {
    delete run.outputData[String(round)];
  }
}

/** Drops the tasks of all rounds but the last ones; the one that begins now counts. */
function forgetTasks(execution: Execution, run: TaskRun, kept: number): void {
  if (!(kept > 0)) return;
  const last = run.iteration - kept;
  const names = new Set(allTasks(run.workflowTask.loopOver).map((task) => task.taskReferenceName));
  execution.tasks = execution.tasks.filter(
    (task) => task.iteration > last || !names.has(withoutIteration(task)),
  );
}

interface Round {
  readonly input: JsonObject;
  readonly outputs: JsonObject;
  readonly version: string;
}

/** The inputs of the condition are computed anew after each round. */
function goesOn(run: TaskRun, { input, outputs, version }: Round): boolean {
  const name = withoutIteration(run);
  const context = { ...input, ...outputs, [name]: run.outputData };
  try {
    return isTrue(evaluate(run.workflowTask.loopCondition ?? 'false', { $: context }));
  } catch (error) {
    run.status = 'FAILED_WITH_TERMINAL_ERROR';
    run.reasonForIncompletion = `Unable to evaluate condition ${run.workflowTask.loopCondition ?? ''}, exception ${scriptError(error, version)}`;
    return false;
  }
}

function isTrue(value: unknown): boolean {
  return typeof value === 'number' ? value > 0 : value === true || value === 'true';
}

function latestOfIteration(execution: Execution, run: TaskRun): Map<string, TaskRun> {
  const names = new Set(allTasks(run.workflowTask.loopOver).map((task) => task.taskReferenceName));
  const body = new Map<string, TaskRun>();
  for (const task of execution.tasks) {
    const name = withoutIteration(task);
    if (task.iteration === run.iteration && names.has(name)) body.set(name, task);
  }
  return body;
}
