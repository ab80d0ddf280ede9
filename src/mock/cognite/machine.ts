import type { MockClock } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import type { Random } from '../random.ts';
import type { DueList } from './dueList.ts';
import type { Execution, TaskRun } from './model.ts';
import type { CogniteSettings } from './cogniteSettings.ts';
import type { Store } from './store.ts';

/** How an attempt ends. */
export interface Ending {
  readonly status: 'COMPLETED' | 'FAILED' | 'FAILED_WITH_TERMINAL_ERROR' | 'TIMED_OUT';
  /** Merged into what the task holds, key by key. */
  readonly output?: JsonObject;
  readonly reason?: string;
}

/** An attempt and the execution that it belongs to. */
export interface Reached {
  readonly execution: Execution;
  readonly run: TaskRun;
}

/** The state machine of one project: what its parts work on, and the moves they call for. */
export interface Machine {
  readonly store: Store;
  readonly clock: MockClock;
  readonly random: Random;
  readonly due: DueList;
  settings(): CogniteSettings;
  newId(): string;
  /** Runs `work` with ids of the caller's choice. */
  withIds(next: () => string, work: () => void): void;
  /** Moves an execution as far as it goes without anyone's help. */
  advance(execution: Execution): void;
  finish(reached: Reached, ending: Ending): void;
}
