import type { Machine } from './machine.ts';
import { type Execution, type ExecutionStatus, openStatuses } from './model.ts';

/** Ends an execution. Open tasks become CANCELED; the work behind them is not stopped. */
export function endExecution(
  machine: Machine,
  execution: Execution,
  status: ExecutionStatus,
  reason: string | undefined,
): void {
  const now = machine.clock.now();
  for (const run of execution.runs) {
    if (!openStatuses.includes(run.status)) continue;
    run.status = 'CANCELED';
    run.endTime = now;
    run.reason = reason;
  }
  execution.status = status;
  execution.endTime = now;
  execution.reason = reason;
}
