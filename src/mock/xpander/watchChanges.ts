import type { Machine } from './machine.ts';

// How often an open answer lets due steps happen. Nothing else does while no request comes.
const settleMs = 200;

/** Calls `look` after every change, until the returned function is called. */
export function watchChanges(machine: Machine, look: () => void): () => void {
  const remove = machine.watchers.add(look);
  const timer = setInterval(() => machine.settle(), settleMs);
  // In Node an open answer keeps no process alive; in a browser the timer is a number.
  if (typeof timer === 'object') timer.unref();
  return () => {
    remove();
    clearInterval(timer);
  };
}
