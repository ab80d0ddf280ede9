import { toNumber } from '../json.ts';
import type { Engine } from './engine.ts';
import type { TaskRun } from './model.ts';
import { setTimeouts } from './setTimeouts.ts';

/** Gives a scheduled task to the worker that polled for it. */
export function giveToWorker(engine: Engine, run: TaskRun, workerId: string | undefined): void {
  const now = engine.clock.now();
  run.status = 'IN_PROGRESS';
  run.startTime ||= now;
  run.updateTime = now;
  run.pollCount += 1;
  run.workerId = workerId;
  run.callbackAfterSeconds = 0;
  run.indexed = true;
  const definition = run.workflowTask.taskDefinition;
  setTimeouts(engine, run, toNumber(definition?.responseTimeoutSeconds ?? 0));
}
