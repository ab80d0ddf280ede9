import type { Task, TaskRef, TaskState } from '../domain/task.ts';
import { createChangeEvent } from './changeEvent.ts';
import type { Listen } from './ports.ts';

/** The task that a person keeps in the status bar, as it was when it was last read. */
export interface Pinned {
  readonly ref: TaskRef;
  readonly name: string;
  readonly status: string;
  readonly state: TaskState;
  readonly terminal: boolean;
}

/** Where the pin outlives a reload: one value per window. */
export interface PinStorage {
  /** What was written last, by this or an earlier version; undefined when nothing was. */
  read(): unknown;
  write(pinned: Pinned | undefined): PromiseLike<void>;
}

/** The pinned task of this window; at most one. */
export interface Pins {
  current(): Pinned | undefined;
  /** Pins the task, or updates what is remembered of it when it is the pinned one already. */
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

// What an older version wrote may lack a field: then nothing is pinned.
function parsePinned(value: unknown): Pinned | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { ref, name, status, state, terminal } = value as Partial<Pinned>;
  if (typeof ref?.connection !== 'string' || typeof ref.task !== 'string') return undefined;
  if (typeof name !== 'string' || typeof status !== 'string' || typeof state !== 'string') {
    return undefined;
  }
  return { ref, name, status, state, terminal: terminal === true };
}
