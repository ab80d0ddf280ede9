import { AsyncLocalStorage } from 'node:async_hooks';
import type { Deed, SimWindow } from './model.ts';
import type { Stream } from './streams.ts';

const running = new AsyncLocalStorage<Deed>();

/** Runs work in the name of an operation: all its requests count as requests of it. */
export function asDeed<T>(deed: Deed, work: () => Promise<T>): Promise<T> {
  return running.run(deed, work);
}

export function currentDeed(): Deed | undefined {
  return running.getStore();
}

export function newDeed(id: string, window: SimWindow, stream: Stream): Deed {
  const deed = {
    id,
    window,
    stream,
    abort: new AbortController(),
    requests: 0,
    agreed: new Map(),
    lastRead: new Map(),
  };
  window.deeds.add(deed);
  return deed;
}
