import type { Pinned, Pins } from '../../app/pins.ts';
import type { Store } from '../../app/store.ts';
import { isAbort } from '../../domain/engineError.ts';
import { sameTask } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { errorText } from '../words/errorText.ts';

/** What is known of the pinned task, and the reading of it. */
export interface PinnedReader {
  /** As it was read last; nothing of a task that is pinned no more. */
  task(): Task | undefined;
  /** Why it could not be read, where it could not. */
  problem(): string | undefined;
  /** Reads it and remembers it in the pin. Throws EngineError. */
  read(pinned: Pinned, signal: AbortSignal): Promise<Task | undefined>;
}

export function createPinnedReader(
  pins: Pins,
  store: Pick<Store, 'task'>,
  onRead: () => void,
): PinnedReader {
  let known: { readonly of: Pinned; readonly task?: Task; readonly problem?: string } | undefined;

  const ofCurrent = () => {
    const pinned = pins.current();
    return known !== undefined && pinned !== undefined && sameTask(known.of.ref, pinned.ref)
      ? known
      : undefined;
  };

  return {
    task: () => ofCurrent()?.task,
    problem: () => ofCurrent()?.problem,
    read: async (pinned, signal) => {
      try {
        const task = await store.task(pinned.ref, signal);
        known =
          task === undefined
            ? { of: pinned, problem: 'The engine knows no such task any more.' }
            : { of: pinned, task };
        // Another one may have been pinned while this one was read.
        if (ofCurrent()?.task !== undefined && task !== undefined) await pins.pin(task);
        return task;
      } catch (error) {
        if (!isAbort(error)) known = { ...ofCurrent(), of: pinned, problem: errorText(error).text };
        throw error;
      } finally {
        onRead();
      }
    },
  };
}
