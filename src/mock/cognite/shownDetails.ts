import type { JsonObject } from '../json.ts';
import type { Machine } from './machine.ts';
import type { Execution, ExecutionSummary } from './model.ts';
import { detailsView, executionView } from './views.ts';

/** Keeps the present state for reads. Call before a change that reads show only after a while. */
export function keepShowing(machine: Machine, execution: Execution): void {
  const lag = machine.settings().visibleAfterMs;
  if (lag <= 0) return;
  const now = machine.clock.now();
  const kept = (machine.store.stale.get(execution.id) ?? []).filter((one) => one.until > now);
  const [summary, details] = [executionView(execution), detailsView(machine, execution)];
  kept.push({ until: now + lag, summary, details });
  machine.store.stale.set(execution.id, kept);
}

/** The execution with its tasks, as reads show it now. */
export function shownDetails(machine: Machine, execution: Execution): JsonObject {
  return staleOf(machine, execution)?.details ?? detailsView(machine, execution);
}

/** The execution as lists show it now. */
export function shownExecution(machine: Machine, execution: ExecutionSummary): JsonObject {
  return staleOf(machine, execution)?.summary ?? executionView(execution);
}

function staleOf(machine: Machine, execution: ExecutionSummary) {
  const now = machine.clock.now();
  return machine.store.stale.get(execution.id)?.find((one) => one.until > now);
}
