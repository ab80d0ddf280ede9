import { endExecution } from './endExecution.ts';
import type { Machine } from './machine.ts';
import {
  type Execution,
  type Scope,
  type TaskDef,
  type TaskRun,
  throughStatuses,
} from './model.ts';
import { startTask } from './startTask.ts';

/** Moves an execution as far as it goes without anyone's help. */
export function advance(machine: Machine, execution: Execution): void {
  while (execution.status === 'RUNNING' && step(machine, execution)) {
    // Each step may have made others possible.
  }
  if (execution.status !== 'RUNNING' || !isScopeThrough(execution, execution.top)) return;
  endExecution(machine, execution, 'COMPLETED', undefined);
}

/** Starts what can start and closes what is finished; false where there was nothing to do. */
function step(machine: Machine, execution: Execution): boolean {
  for (const scope of execution.scopes) {
    const { container } = scope;
    if (container?.status === 'IN_PROGRESS' && isScopeThrough(execution, scope)) {
      container.status = 'COMPLETED';
      container.endTime = machine.clock.now();
      return true;
    }
    const next = scope.tasks.find((def) => canStart(execution, scope, def));
    if (next !== undefined) {
      startTask(machine, { execution, scope, def: next, attempt: 0 });
      return true;
    }
  }
  return false;
}

function canStart(execution: Execution, scope: Scope, def: TaskDef): boolean {
  if (newestRun(execution, scope, def.externalId) !== undefined) return false;
  return def.dependsOn.every((id) => isThrough(execution, scope, id));
}

function isScopeThrough(execution: Execution, scope: Scope): boolean {
  return scope.tasks.every((def) => isThrough(execution, scope, def.externalId));
}

/** A dynamic task is COMPLETED at once; what follows it waits for its children all the same. */
function isThrough(execution: Execution, scope: Scope, externalId: string): boolean {
  const run = newestRun(execution, scope, externalId);
  if (run === undefined || !throughStatuses.includes(run.status)) return false;
  const inside = execution.scopes.find((other) => other.container === run);
  return inside === undefined || isScopeThrough(execution, inside);
}

function newestRun(execution: Execution, scope: Scope, externalId: string): TaskRun | undefined {
  return execution.runs.findLast((run) => run.scope === scope && run.def.externalId === externalId);
}
