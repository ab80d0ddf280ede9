import { createChangeEvent } from '../../app/changeEvent.ts';
import type { Pins } from '../../app/pins.ts';
import { createPoller } from '../../app/poller.ts';
import type { Clock, Listen, Log } from '../../app/ports.ts';
import type { Store } from '../../app/store.ts';
import { isAbort } from '../../domain/engineError.ts';
import type { Task } from '../../domain/task.ts';
import { createPinnedReader } from './pinnedReader.ts';

/** The pinned task, kept up to date while it is pinned and can still change. */
export interface PinnedTask {
  /** As it was read last. */
  current(): Task | undefined;
  /** Why it could not be read, where it could not. */
  problem(): string | undefined;
  /** As it was read last; reads it when it never was. Throws EngineError. */
  task(): Promise<Task | undefined>;
  readonly onDidChange: Listen;
  dispose(): void;
}

interface PinnedTaskParts {
  readonly pins: Pins;
  readonly store: Pick<Store, 'task' | 'onDidChange'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds between two reads; 0 reads only when something else changed. */
  intervalMs(): number;
  /** The interval may be another one now. */
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
