import { atLeast } from '../../atLeast.ts';
import { javaText } from '../javaText.ts';
import { newTaskRun, type Mapper, type Planned } from '../newTaskRun.ts';
import { TerminateWorkflow } from '../terminateWorkflow.ts';
import { worker } from './worker.ts';

/** How often the server checks a WAIT that a DYNAMIC task became, in seconds. */
const waitCallback = 30;

/** DYNAMIC: a task of the type or of the worker that one of its inputs names. */
export function dynamicOf(mappers: Readonly<Record<string, Mapper>>): Mapper {
  return (planned) => {
    const { input, task } = planned;
    const name = input[task.dynamicTaskNameParam ?? ''];
    if (typeof name !== 'string' || name === '') {
      throw new TerminateWorkflow(
        'FAILED',
        `Cannot map a dynamic task based on the parameter and input. Parameter= ${task.dynamicTaskNameParam}, input= ${javaText(input)}`,
      );
    }
    const named = { ...planned, task: { ...task, name } };
    if (!atLeast(planned.engine.version, '3.22.0')) return worker(defined(named));
    if (name === 'SUB_WORKFLOW') return [withoutChild(named)];
    const mapper = Object.hasOwn(mappers, name) ? mappers[name] : undefined;
    const runs = mapper ? mapper(withType(named, name)) : worker(withType(named, 'SIMPLE'));
    return runs.map((run) => ({
      ...run,
      workflowTask: { ...run.workflowTask, type: 'DYNAMIC' },
      ...(run.taskType === 'WAIT' ? { callbackAfterSeconds: waitCallback } : {}),
    }));
  };
}

/** Servers before 3.22 know only workers whose task is registered. */
function defined(planned: Planned): Planned {
  const { name } = planned.task;
  const taskDefinition = planned.engine.store.taskDefs.get(name);
  if (taskDefinition !== undefined) {
    return { ...planned, task: { ...planned.task, type: 'SIMPLE', taskDefinition } };
  }
  throw new TerminateWorkflow(
    'FAILED',
    `Invalid task specified.  Cannot find task by name ${name} in the task definitions`,
  );
}

function withType(planned: Planned, name: string): Planned {
  return { ...planned, task: { ...planned.task, type: name } };
}

/** The server never starts the child of such a task. */
function withoutChild(planned: Planned) {
  const run = newTaskRun(planned, { status: 'SCHEDULED', taskType: 'SUB_WORKFLOW' });
  return { ...run, startTime: planned.engine.clock.now() };
}
