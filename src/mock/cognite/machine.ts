import type { MockClock } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import type { Random } from '../random.ts';
import type { Timers } from './timers.ts';
import type { Execution, TaskRun } from './model.ts';
import type { CogniteSettings } from './cogniteSettings.ts';
import type { Store } from './store.ts';

/** The end of an attempt. */
export interface Ending {
  readonly status: 'COMPLETED' | 'FAILED' | 'FAILED_WITH_TERMINAL_ERROR' | 'TIMED_OUT';
  /** Merged into the task's output, key by key. */
  readonly output?: JsonObject;
  readonly reason?: string;
}

/** An attempt and its execution. */
export interface Reached {
  readonly execution: Execution;
  readonly run: TaskRun;
}

/** The state machine of one project: its shared state, and the operations that its parts call. */
export interface Machine {
  readonly store: Store;
  readonly clock: MockClock;
  readonly random: Random;
  readonly due: Timers;
  settings(): CogniteSettings;
  newId(): string;
  /** Runs `work` with the caller's ids in place of random ones. */
  withIds(next: () => string, work: () => void): void;
  /** Moves an execution on as far as it can go without outside action. */
  advance(execution: Execution): void;
  finish(reached: Reached, ending: Ending): void;
}
