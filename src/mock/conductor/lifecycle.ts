import { atLeast } from '../atLeast.ts';
import type { Engine } from './engine.ts';
import { isWorkflowTerminal, type Execution } from './model.ts';
import { longName, reopen, requireEnded } from './reopen.ts';
import { reopenParent } from './reopenParent.ts';
import { broken, conflict, notFound } from './serverError.ts';
import { setWorkflowTimeout } from './setTimeouts.ts';

/** Idempotent. @throws {ServerError} 409 after its end */
export function pause(_: Engine, execution: Execution): void {
  if (isWorkflowTerminal(execution.status)) {
    throw conflict(`Workflow ${longName(execution)} has ended, status cannot be updated.`);
  }
  execution.status = 'PAUSED';
}

/** @throws {ServerError} 500 unless it is paused */
export function resume(engine: Engine, execution: Execution): void {
  if (execution.status !== 'PAUSED') {
    throw broken(
      `The workflow ${execution.workflowId} is not PAUSED so cannot resume. Current status is ${execution.status}`,
    );
  }
  execution.status = 'RUNNING';
  execution.lastRetriedTime = engine.clock.now();
  setWorkflowTimeout(engine, execution);
  engine.decide(execution);
}

/**
 * Does nothing where it was terminated already. @throws {ServerError} 409 where it has completed
 */
export function terminate(engine: Engine, execution: Execution, reason: string | undefined): void {
  if (execution.status === 'COMPLETED') throw conflict('Cannot terminate a COMPLETED workflow.');
  if (execution.status === 'TERMINATED') {
    // Servers before 3.22 terminate it again, with the new reason.
    if (!atLeast(engine.version, '3.22.0')) execution.reasonForIncompletion = reason;
    return;
  }
  engine.terminate(execution, reason);
}

/** Runs everything again under the same id. @throws {ServerError} 409 unless it has ended */
export function restart(engine: Engine, execution: Execution, definition = execution.definition) {
  requireEnded(execution, 'restart');
  if (!execution.definition.restartable && execution.status === 'COMPLETED') {
    throw notFound(`Workflow: ${longName(execution)}.${execution.status} is non-restartable`);
  }
  for (const task of execution.tasks) engine.store.tasks.delete(task.taskId);
  execution.definition = definition;
  execution.tasks = [];
  execution.startTime = engine.clock.now();
  execution.output = {};
  execution.lastRetriedTime = 0;
  execution.endTime = 0;
  reopen(execution);
  setWorkflowTimeout(engine, execution);
  engine.decide(execution);
  reopenParent(engine, execution);
}

/** @throws {ServerError} 409 after its end */
export function resetCallbacks(engine: Engine, execution: Execution): void {
  if (isWorkflowTerminal(execution.status)) {
    throw conflict(`Workflow is in terminal state. Status = ${execution.status}`);
  }
  for (const task of execution.tasks) {
    if (task.status === 'SCHEDULED' && task.callbackAfterSeconds > 0) {
      task.availableAt = engine.clock.now();
    }
  }
}
