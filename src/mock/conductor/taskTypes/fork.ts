import { isObject, textOf, type Json, type JsonObject } from '../../json.ts';
import { shapeWorkflowTask, withTaskDefinitions } from '../definitionShape.ts';
import type { WorkflowTask } from '../definitions.ts';
import type { TaskRun } from '../model.ts';
import { nextTask } from '../nextTask.ts';
import { newTaskRun, type Mapper, type Planned } from '../taskRun.ts';
import { TerminateWorkflow } from '../terminateWorkflow.ts';

/** FORK_JOIN: done at once; the first task of every branch and the JOIN start with it. */
export const fork: Mapper = (planned) => {
  const run = newTaskRun(planned, { status: 'COMPLETED', taskType: 'FORK', taskDefName: 'FORK' });
  const branches = planned.task.forkTasks.flatMap((tasks) => tasks.slice(0, 1));
  return [run, ...branches.flatMap((task) => planned.plan(task)), ...planJoin(planned)];
};

/** FORK_JOIN_DYNAMIC: the branches, one task each, are an input. */
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
  const find = (name: string) => engine.store.taskDefs.get(name);
  const runs = tasks.flatMap((one) => planned.plan(withTaskDefinitions(one, find, engine.version)));
  return [run, ...runs, ...planJoin(planned, names)];
};

function dynamicTask(planned: Planned, item: JsonObject, inputs: JsonObject): WorkflowTask {
  const task = shapeWorkflowTask(item, planned.engine.version);
  const given: Json | undefined = inputs[task.taskReferenceName];
  return {
    ...task,
    inputParameters: { ...task.inputParameters, ...(isObject(given) ? given : {}) },
  };
}

function planJoin(planned: Planned, joinOn?: string[]): TaskRun[] {
  const next = nextTask(planned.execution.definition.tasks, planned.task.taskReferenceName);
  if (next?.type !== 'JOIN') {
    throw new TerminateWorkflow(
      'FAILED',
      'Fork task definition is not followed by a join task.  Check the blueprint',
    );
  }
  return planned.plan(joinOn === undefined ? next : { ...next, joinOn });
}
