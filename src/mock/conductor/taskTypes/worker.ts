import { atLeast } from '../../atLeast.ts';
import { domainOf, queueOf } from '../domains.ts';
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
    domain: domainOf(engine, planned.execution, task.name),
  });
  run.availableAt += task.startDelay * 1000;
  engine.store.queues.add(queueOf(run));
  return [run];
};
