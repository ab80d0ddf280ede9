import type { Pinned, Pins } from '../../app/pins.ts';
import type { Store } from '../../app/store.ts';
import { isAbort } from '../../domain/engineError.ts';
import { sameTask } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { errorText } from '../words/errorText.ts';

/** Reads the pinned task and holds the result. */
export interface PinnedReader {
  /** As last read; undefined for a task that is no longer pinned. */
  task(): Task | undefined;
  /** The error of the last read, if it failed. */
  problem(): string | undefined;
  /** Reads the task and stores its state with the pin. Throws EngineError. */
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
        // The person may have pinned another task during the read.
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
