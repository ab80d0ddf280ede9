import { copyJson, isObject, textOf, type Json, type JsonObject } from '../../json.ts';
import { atLeast } from '../../atLeast.ts';
import { shapeWorkflowTask } from '../shapeWorkflowDef.ts';
import type { WorkflowTask } from '../workflowDef.ts';
import type { Engine } from '../engine.ts';
import type { TaskRun } from '../model.ts';
import { nextTask } from '../nextTask.ts';
import { newTaskRun, type Mapper, type Planned } from '../newTaskRun.ts';
import { TerminateWorkflow } from '../terminateWorkflow.ts';

/** FORK_JOIN: done at once; the first task of every branch and the JOIN start with it. */
export const fork: Mapper = (planned) => {
  const run = newTaskRun(planned, { status: 'COMPLETED', taskType: 'FORK', taskDefName: 'FORK' });
  const branches = planned.task.forkTasks.flatMap((tasks) => tasks.slice(0, 1));
  return [run, ...branches.flatMap((task) => planned.plan(task)), ...planJoin(planned)];
};

/** FORK_JOIN_DYNAMIC: its input lists the branches, one task each. */
export const dynamicFork: Mapper = (planned) => {
  const { input, task, engine } = planned;
  const list = input[task.dynamicForkTasksParam ?? ''];
  const inputs = input[task.dynamicForkTasksInputParamName ?? ''];
  if (!Array.isArray(list) || !isObject(inputs)) {
    throw new TerminateWorkflow(
      'FAILED',
      `Input to the dynamically forked tasks is not a map -> expecting a map of K,V  but found ${textOf(inputs)}`,
    );
  }
  const tasks = list.filter(isObject).map((item) => dynamicTask(planned, item, inputs));
  const names = tasks.map((one) => one.taskReferenceName);
  const run = newTaskRun(planned, {
    status: 'COMPLETED',
    taskType: 'FORK',
    taskDefName: 'FORK',
    input: { ...input, forkedTaskDefs: tasks, forkedTasks: names },
  });
  const runs = tasks.flatMap((one) => planned.plan(withKnownDefinition(engine, one)));
  for (const one of runs) {
    const given = inputs[one.referenceTaskName];
    if (isObject(given)) one.inputData = { ...one.inputData, ...copyJson(given) };
  }
  const [join, ...rest] = planJoin(planned);
  if (join) join.inputData = { joinOn: names };
  return [run, ...runs, ...(join ? [join, ...rest] : rest)];
};

/** Since 3.22 the server writes a branch's input into its definition. */
function dynamicTask(planned: Planned, item: JsonObject, inputs: JsonObject): WorkflowTask {
  const task = shapeWorkflowTask(item, planned.engine.version);
  if (!atLeast(planned.engine.version, '3.22.0')) return task;
  const given: Json | undefined = inputs[task.taskReferenceName];
  return {
    ...task,
    inputParameters: { ...task.inputParameters, ...(isObject(given) ? given : {}) },
  };
}

/** Branches from the input have a task definition only where one is registered. */
function withKnownDefinition(engine: Engine, task: WorkflowTask): WorkflowTask {
  const taskDefinition = engine.store.taskDefs.get(task.name);
  return taskDefinition === undefined ? task : { ...task, taskDefinition };
}

function planJoin(planned: Planned): TaskRun[] {
  const next = nextTask(planned.execution.definition.tasks, planned.task.taskReferenceName);
  if (next?.type !== 'JOIN') {
    throw new TerminateWorkflow(
      'FAILED',
      'Fork task definition is not followed by a join task.  Check the blueprint',
    );
  }
  return planned.plan(next);
}
