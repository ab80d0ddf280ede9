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

/** Moves an execution on as far as it can go without outside action. */
export function advance(machine: Machine, execution: Execution): void {
  while (execution.status === 'RUNNING' && step(machine, execution)) {
    // A step may make further steps possible, so repeat until none is left.
  }
  if (execution.status !== 'RUNNING' || !isScopeThrough(execution, execution.top)) return;
  endExecution(machine, execution, 'COMPLETED', undefined);
}

/**
 * Starts the tasks that can start and closes those that have finished; false where nothing changed.
 */
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

/** A dynamic task is COMPLETED at once, but its followers still wait for its children. */
function isThrough(execution: Execution, scope: Scope, externalId: string): boolean {
  const run = newestRun(execution, scope, externalId);
  if (run === undefined || !throughStatuses.includes(run.status)) return false;
  const inside = execution.scopes.find((other) => other.container === run);
  return inside === undefined || isScopeThrough(execution, inside);
}

function newestRun(execution: Execution, scope: Scope, externalId: string): TaskRun | undefined {
  return execution.runs.findLast((run) => run.scope === scope && run.def.externalId === externalId);
}
