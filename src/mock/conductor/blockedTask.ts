import type { Engine } from './engine.ts';
import { isTaskTerminal, type Execution, type TaskRun } from './model.ts';

/** A task that an execution stands at, in the execution itself or in a running child. */
export interface Blocked {
  readonly execution: Execution;
  readonly run: TaskRun;
}

/** The WAIT without an end that an execution stands at; undefined where none is open. */
export function blockedTask(engine: Engine, execution: Execution): Blocked | undefined {
  return openWait(engine, execution, (run) => run.waitUntil === undefined);
}

/** The WAIT that a signal ends: also one that would end by itself. */
export function signalledTask(engine: Engine, execution: Execution): Blocked | undefined {
  return openWait(engine, execution, () => true);
}

function openWait(
  engine: Engine,
  execution: Execution,
  accept: (run: TaskRun) => boolean,
): Blocked | undefined {
  for (const run of execution.tasks) {
    if (isTaskTerminal(run.status)) continue;
    if (run.taskType === 'WAIT' && accept(run)) return { execution, run };
    const child = engine.store.executions.get(run.subWorkflowId ?? '');
    const inner = child && openWait(engine, child, accept);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
