import { taskStates } from '../domain/task.ts';
import type { Task, TaskRef, TaskState } from '../domain/task.ts';
import { createChangeEvent } from './changeEvent.ts';
import type { Listen } from './ports.ts';
import { isTaskRef } from './readDocument.ts';

/** The task that a person keeps in the status bar, as it was last read. */
export interface Pinned {
  readonly ref: TaskRef;
  readonly name: string;
  readonly status: string;
  readonly state: TaskState;
  readonly terminal: boolean;
}

/** Keeps the pin over a reload: one value per window. */
export interface PinStorage {
  /** The value that this or an earlier version wrote last; undefined without one. */
  read(): unknown;
  write(pinned: Pinned | undefined): PromiseLike<void>;
}

/** The pinned task of this window; at most one. */
export interface Pins {
  current(): Pinned | undefined;
  /** Pins the task. If it is pinned already, its remembered state is updated. */
  pin(task: Task): Promise<void>;
  unpin(): Promise<void>;
  readonly onDidChange: Listen;
}

export function createPins(storage: PinStorage): Pins {
  const emitter = createChangeEvent();
  let pinned = parsePinned(storage.read());

  async function set(next: Pinned | undefined): Promise<void> {
    if (JSON.stringify(next) === JSON.stringify(pinned)) return;
    pinned = next;
    emitter.fire();
    await storage.write(next);
  }

  return {
    current: () => pinned,
    pin: (task) =>
      set({
        ref: task.ref,
        name: task.name,
        status: task.status,
        state: task.state,
        terminal: task.terminal,
      }),
    unpin: () => set(undefined),
    onDidChange: emitter.listen,
  };
}

// A value of an older version may lack a field: then nothing is pinned.
function parsePinned(value: unknown): Pinned | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { ref, name, status, state, terminal } = value as Partial<Pinned>;
  if (ref === undefined || !isTaskRef(ref)) return undefined;
  if (typeof name !== 'string' || typeof status !== 'string') return undefined;
  if (state === undefined || !taskStates.includes(state)) return undefined;
  return { ref, name, status, state, terminal: terminal === true };
}
