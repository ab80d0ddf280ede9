import type { JsonObject } from '../../json.ts';
import { settle } from '../createEngine.ts';
import type { Engine } from '../engine.ts';
import { giveToWorker } from '../giveToWorker.ts';
import { pause, terminate } from '../lifecycle.ts';
import { skip } from '../skip.ts';
import type { Execution, TaskStatus } from '../model.ts';
import { startWorkflow } from '../startWorkflow.ts';
import { addLog, findPending, updateTask } from '../updateTask.ts';

/** One event of a story, `at` minutes after its start. */
export type Step =
  | {
      readonly at: number;
      readonly update: string;
      readonly status?: TaskStatus;
      readonly output?: JsonObject;
      readonly worker?: string;
      readonly reason?: string;
      readonly logs?: readonly string[];
      /** Updates a task of the child execution that this task started. */
      readonly within?: string;
    }
  | { readonly at: number; readonly poll: string; readonly worker: string }
  | { readonly at: number; readonly skip: string }
  | { readonly at: number; readonly pause: true }
  | { readonly at: number; readonly terminate: string };

/** An execution and its events until now. */
export interface Story {
  readonly workflow: string;
  readonly version?: number;
  readonly input: JsonObject;
  readonly correlationId?: string;
  readonly priority?: number;
  readonly steps: readonly Step[];
}

const minute = 60_000;

/** Plays a story that began at `startedAt`, with the clock at the time of each event. */
export function play(engine: Engine, story: Story, startedAt: number): Execution {
  const { clock } = engine;
  const execution = clock.pinned(startedAt, () =>
    startWorkflow(engine, {
      name: story.workflow,
      version: story.version,
      input: story.input,
      correlationId: story.correlationId,
      priority: story.priority ?? 0,
    }),
  );
  for (const step of story.steps) {
    clock.pinned(startedAt + step.at * minute, () => {
      settle(engine);
      take(engine, execution, step);
    });
  }
  return execution;
}

function take(engine: Engine, execution: Execution, step: Step): void {
  if ('update' in step) update(engine, execution, step);
  else if ('poll' in step) {
    const found = findPending(engine, execution.workflowId, step.poll);
    if (found) giveToWorker(engine, found.run, step.worker);
  } else if ('skip' in step) skip(engine, execution, step.skip);
  else if ('pause' in step) pause(engine, execution);
  else terminate(engine, execution, step.terminate);
}

function update(engine: Engine, execution: Execution, step: Extract<Step, { update: string }>) {
  const parent = execution.tasks.findLast((task) => task.referenceTaskName === step.within);
  const workflowId = parent?.subWorkflowId ?? execution.workflowId;
  const found = findPending(engine, workflowId, step.update);
  if (found === undefined) throw new Error(`The story has no open task ${step.update}.`);
  const { run } = found;
  for (const log of step.logs ?? []) {
    addLog(engine, run.taskId, { log, createdTime: engine.clock.now() });
  }
  updateTask(engine, {
    workflowInstanceId: workflowId,
    taskId: run.taskId,
    status: step.status ?? 'COMPLETED',
    outputData: { ...run.outputData, ...step.output },
    reasonForIncompletion: step.reason,
    callbackAfterSeconds: run.callbackAfterSeconds,
    workerId: step.worker ?? run.workerId,
    subWorkflowId: run.subWorkflowId,
    logs: [],
    extendLease: false,
  });
}
