import { atLeast } from '../../atLeast.ts';
import { newTaskRun, type Mapper } from '../newTaskRun.ts';
import { TerminateWorkflow } from '../terminateWorkflow.ts';

/** SIMPLE and every unknown type: scheduled until a worker takes the task. */
export const worker: Mapper = (planned) => {
  const { task, engine } = planned;
  const simple = task.type === 'SIMPLE' || task.type === 'USER_DEFINED';
  if (task.taskDefinition === undefined && !atLeast(engine.version, '3.22.0')) {
    throw new TerminateWorkflow(
      'FAILED',
      simple
        ? `Invalid task. Task ${task.name} does not have a definition`
        : `Invalid task specified. Cannot find task by name ${task.name} in the task definitions`,
    );
  }
  const run = newTaskRun(planned, {
    status: 'SCHEDULED',
    taskType: simple ? task.name : task.type,
    callbackAfterSeconds: task.startDelay,
  });
  run.availableAt += task.startDelay * 1000;
  engine.store.queues.add(run.taskType);
  return [run];
};

/** DYNAMIC: a worker task whose name is one of its inputs. */
export const dynamicWorker: Mapper = (planned) => {
  const name = planned.input[planned.task.dynamicTaskNameParam ?? ''];
  if (typeof name !== 'string' || name === '') {
    throw new TerminateWorkflow(
      'FAILED',
      `Cannot map a dynamic task based on the parameter and input. Parameter= ${planned.task.dynamicTaskNameParam}`,
    );
  }
  return worker({ ...planned, task: { ...planned.task, name, type: 'SIMPLE' } });
};
