import { toNumber } from '../../json.ts';
import type { Engine } from '../engine.ts';
import type { TaskRun } from '../model.ts';
import { newTaskRun, type Mapper } from '../newTaskRun.ts';
import { worker } from './worker.ts';

/** The server's upper bound of `batchSize`. */
const largestBatch = 100;

/**
 * PULL_WORKFLOW_MESSAGES: in progress until the execution has messages. A server without message
 * queues does not know the type.
 */
export const pullMessages: Mapper = (planned) => {
  const { engine, execution } = planned;
  if (!engine.messages) return worker(planned);
  const run = newTaskRun(planned, { status: 'IN_PROGRESS', taskType: 'PULL_WORKFLOW_MESSAGES' });
  // A message may have come before the task. The server polls for it, so it is not taken at once.
  engine.timers.set(engine.clock.now(), () => {
    if (takeMessages(engine, run)) engine.decide(execution);
  });
  return [run];
};

/** Completes the task with the oldest messages; false where there are none. */
export function takeMessages(engine: Engine, run: TaskRun): boolean {
  const queue = engine.store.messages.get(run.workflowId) ?? [];
  if (run.status !== 'IN_PROGRESS' || queue.length === 0) return false;
  const wanted = Math.trunc(toNumber(run.inputData['batchSize'] ?? 1)) || 1;
  const messages = queue.splice(0, Math.min(Math.max(wanted, 1), largestBatch));
  run.outputData = { ...run.outputData, messages, count: messages.length };
  run.status = 'COMPLETED';
  run.endTime = engine.clock.now();
  run.updateTime = run.endTime;
  run.indexed = true;
  return true;
}
