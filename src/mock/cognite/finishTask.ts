import { copyJson } from '../json.ts';
import { endExecution } from './endExecution.ts';
import type { Ending, Machine, Reached } from './machine.ts';
import { startTask } from './startTask.ts';

/** Ends an attempt and does what the definition says next: continue, retry, skip or abort. */
export function finishTask(machine: Machine, reached: Reached, ending: Ending): void {
  const { execution, run } = reached;
  run.status = ending.status;
  run.endTime = machine.clock.now();
  run.reason = ending.reason;
  run.output = { ...run.output, ...copyJson(ending.output ?? {}) };
  if (ending.status !== 'COMPLETED' && !mayGoOn(machine, reached)) return;
  machine.advance(execution);
}

function mayGoOn(machine: Machine, { execution, run }: Reached): boolean {
  const { def, attempt } = run;
  const isSkipped = def.onFailure === 'skipTask';
  // The API's page: "A timeout with abortWorkflow is not retried". A terminal error is never
  // retried.
  const isFinal =
    run.status === 'FAILED_WITH_TERMINAL_ERROR' || (run.status === 'TIMED_OUT' && !isSkipped);
  if (!isFinal && attempt < def.retries) {
    const afterMs = machine.settings().retryMs;
    startTask(machine, { execution, scope: run.scope, def, attempt: attempt + 1, afterMs });
    return true;
  }
  if (isSkipped) {
    run.status = 'COMPLETED_WITH_ERRORS';
    return true;
  }
  const words = run.reason === undefined ? '' : `: ${run.reason}`;
  const reason = `Task ${def.externalId} ended with ${run.status}${words}`;
  endExecution(machine, execution, 'FAILED', reason);
  return false;
}
