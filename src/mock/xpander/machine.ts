import type { MockClock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { TaskRun } from './model.ts';
import type { Start } from './newTask.ts';
import type { Store } from './store.ts';

/** What every part of the state machine works on. */
export interface Machine {
  readonly store: Store;
  readonly clock: MockClock;
  readonly random: Random;
  readonly organization: string;
}

export interface Xpander extends Machine {
  /** Brings everything to the present moment; to be called before anything is read. */
  settle(): void;
  start(start: Omit<Start, 'id' | 'at'> & { readonly id?: string }): TaskRun;
  patch(id: string, body: { readonly [key: string]: unknown }): TaskRun;
  stop(id: string): TaskRun;
  /** Deletes a task with all that it started. */
  remove(id: string): void;
  /** The next update of this task (of any, where none is named) meets another one: 409. */
  conflictOnce(id?: string): void;
}
