import type { Pinned, Pins } from '../../app/pins.ts';
import type { Clock, Log } from '../../app/ports.ts';
import { isAbort } from '../../domain/engineError.ts';
import { sameTask } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';

interface FollowParts {
  readonly pins: Pins;
  readonly clock: Clock;
  readonly log: Log;
  /** Is the setting on? */
  isOn(): boolean;
  /** The next waiting task of the same execution. */
  next(ref: TaskRef, signal: AbortSignal): Promise<Task | undefined>;
  onFollowed(over: Pinned, task: Task): void;
}

// An engine needs a moment to start the next task. The looks take some 10 seconds in all.
const looksAfterMs = [0, 500, 1500, 3000, 5000];

/** Pins the next waiting task when the pinned task has ended. */
export function followNext(parts: FollowParts): { dispose(): void } {
  const { pins, clock } = parts;
  let before = pins.current();
  let looking = new AbortController();

  async function follow(over: Pinned): Promise<void> {
    looking = new AbortController();
    const { signal } = looking;
    try {
      for (const ms of looksAfterMs) {
        await clock.wait(ms, signal);
        const task = await parts.next(over.ref, signal);
        if (signal.aborted) return;
        if (task === undefined) continue;
        await pins.pin(task);
        parts.onFollowed(over, task);
        return;
      }
    } catch (error) {
      if (!isAbort(error)) parts.log.debug(`The next task was not looked for: ${String(error)}`);
    }
  }

  const stopListening = pins.onDidChange(() => {
    const [earlier, now] = [before, pins.current()];
    before = now;
    const isSame = earlier !== undefined && now !== undefined && sameTask(earlier.ref, now.ref);
    if (!isSame) return looking.abort();
    if (now.terminal && !earlier.terminal && parts.isOn()) void follow(now);
  });
  return {
    dispose: () => {
      stopListening();
      looking.abort();
    },
  };
}
