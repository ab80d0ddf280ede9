import type { WorkflowTask } from './workflowDef.ts';
import type { Engine } from './engine.ts';
import type { Execution, TaskRun } from './model.ts';
import { inputOf, type Planned } from './newTaskRun.ts';
import { mappers } from './taskTypes/mappers.ts';
import { worker } from './taskTypes/worker.ts';

/** The task runs that start together with this task. They are not added to the execution yet. */
export function plan(
  engine: Engine,
  execution: Execution,
  task: WorkflowTask,
  iteration: number,
): TaskRun[] {
  const suffix = iteration > 0 ? `__${iteration}` : '';
  const known = execution.tasks.some(
    (run) => run.referenceTaskName === task.taskReferenceName + suffix,
  );
  if (known) return [];
  const taskId = engine.random.uuid();
  const planned: Planned = {
    engine,
    execution,
    task,
    iteration,
    suffix,
    taskId,
    input: inputOf(execution, task, taskId),
    plan: (other) => plan(engine, execution, other, iteration),
  };
  const mapper = Object.hasOwn(mappers, task.type) ? mappers[task.type] : undefined;
  return (mapper ?? worker)(planned);
}

/** Appends runs to an execution and continues the numbering. */
export function add(execution: Execution, runs: readonly TaskRun[]): readonly TaskRun[] {
  let seq = Math.max(0, ...execution.tasks.map((task) => task.seq));
  for (const run of runs) {
    run.seq = ++seq;
    execution.tasks.push(run);
  }
  return runs;
}
