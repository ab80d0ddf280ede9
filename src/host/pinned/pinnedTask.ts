import { createChangeEvent } from '../../app/changeEvent.ts';
import type { Pins } from '../../app/pins.ts';
import { createPoller } from '../../app/poller.ts';
import type { Clock, Listen, Log } from '../../app/ports.ts';
import type { Store } from '../../app/store.ts';
import { isAbort } from '../../domain/engineError.ts';
import type { Task } from '../../domain/task.ts';
import { createPinnedReader } from './pinnedReader.ts';

/** The pinned task, kept up to date until it ends or is unpinned. */
export interface PinnedTask {
  /** As last read. */
  current(): Task | undefined;
  /** The error of the last read, if it failed. */
  problem(): string | undefined;
  /** As last read; reads it the first time. Throws EngineError. */
  task(): Promise<Task | undefined>;
  readonly onDidChange: Listen;
  dispose(): void;
}

interface PinnedTaskParts {
  readonly pins: Pins;
  readonly store: Pick<Store, 'task' | 'onDidChange'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds between two reads. 0 reads only after changes. */
  intervalMs(): number;
  /** Fires when the interval may have changed. */
  readonly onDidChangeInterval: Listen;
}

export function createPinnedTask(parts: PinnedTaskParts): PinnedTask {
  const { pins, store, clock, log } = parts;
  const emitter = createChangeEvent();
  const stop = new AbortController();
  const reader = createPinnedReader(pins, store, emitter.fire);

  const poller = createPoller({
    clock,
    log,
    intervalMs: parts.intervalMs,
    tick: async (signal) => {
      const pinned = pins.current();
      if (pinned !== undefined && !pinned.terminal) await reader.read(pinned, signal);
    },
  });
  const readQuietly = () => {
    const pinned = pins.current();
    if (pinned === undefined) return;
    reader.read(pinned, stop.signal).catch((error: unknown) => {
      if (!isAbort(error)) log.debug(`The pinned task was not read: ${String(error)}`);
    });
  };
  const follow = () => {
    const pinned = pins.current();
    poller.setActive(pinned !== undefined && !pinned.terminal);
    if (reader.task() === undefined && reader.problem() === undefined) readQuietly();
    emitter.fire();
  };
  const listening = [
    pins.onDidChange(follow),
    store.onDidChange(readQuietly),
    parts.onDidChangeInterval(poller.again),
  ];
  follow();

  return {
    current: reader.task,
    problem: reader.problem,
    task: async () => {
      const pinned = pins.current();
      if (pinned === undefined) return undefined;
      return reader.task() ?? (await reader.read(pinned, stop.signal));
    },
    onDidChange: emitter.listen,
    dispose: () => {
      for (const stopListening of listening) stopListening();
      poller.dispose();
      stop.abort();
    },
  };
}
