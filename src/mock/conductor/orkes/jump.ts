import { copyJson, type JsonObject } from '../../json.ts';
import { begin } from '../decide.ts';
import type { Engine } from '../engine.ts';
import { isTaskTerminal, type Execution } from '../model.ts';
import { add, plan } from '../plan.ts';
import { badRequest, conflict } from '../serverError.ts';
import { skip } from '../skip.ts';
import { allTasks } from '../workflowDef.ts';

/**
 * Continues a running execution at a task, with this input beside its own. No source tells what
 * becomes of the others: here, what was open and what was passed over is SKIPPED, and a task that
 * had run already runs again with all that came after it.
 */
export function jump(
  engine: Engine,
  execution: Execution,
  referenceName: string,
  input: JsonObject,
): void {
  const { definition, status, workflowId } = execution;
  if (status !== 'RUNNING') {
    throw conflict(`Workflow ${workflowId} is ${status}: only a running workflow can jump.`);
  }
  const target = allTasks(definition.tasks).find((one) => one.taskReferenceName === referenceName);
  if (target === undefined) throw badRequest(`Task ${referenceName} not found`);
  forgetFrom(engine, execution, referenceName);
  skipOpenTasks(engine, execution);
  const added = add(execution, plan(engine, execution, target, 0));
  for (const run of added) {
    if (run.workflowTask !== target) continue;
    run.inputData = { ...run.inputData, ...copyJson(input) };
  }
  begin(engine, execution, added);
  for (const task of definition.tasks) {
    if (task === target || allTasks([task]).includes(target)) break;
    const name = task.taskReferenceName;
    const isKnown = execution.tasks.some((run) => run.referenceTaskName === name);
    if (!isKnown) skip(engine, execution, name);
  }
  engine.decide(execution);
}

function forgetFrom(engine: Engine, execution: Execution, referenceName: string): void {
  const from = execution.tasks.find((run) => run.referenceTaskName === referenceName);
  if (from === undefined) return;
  for (const run of execution.tasks) {
    if (run.seq >= from.seq) engine.store.tasks.delete(run.taskId);
  }
  execution.tasks = execution.tasks.filter((run) => run.seq < from.seq);
}

function skipOpenTasks(engine: Engine, execution: Execution): void {
  for (const run of execution.tasks) {
    if (isTaskTerminal(run.status)) continue;
    run.status = 'SKIPPED';
    run.endTime = engine.clock.now();
    const child = engine.store.executions.get(run.subWorkflowId ?? '');
    if (child !== undefined) engine.terminate(child, `Parent workflow has skipped it`);
  }
}
