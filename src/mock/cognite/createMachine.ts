import type { MockClock } from '../clock.ts';
import type { Random } from '../random.ts';
import { advance } from './advance.ts';
import { createTimers } from './timers.ts';
import { finishTask } from './finishTask.ts';
import type { Machine } from './machine.ts';
import type { CogniteSettings } from './cogniteSettings.ts';
import { createStore } from './store.ts';

/** The empty state machine of one project. */
export function createMachine(options: {
  readonly clock: MockClock;
  readonly random: Random;
  readonly settings: () => CogniteSettings;
}): Machine {
  let ids: (() => string) | undefined;
  const machine: Machine = {
    ...options,
    newId: () => ids?.() ?? options.random.uuid(),
    withIds(next, work) {
      ids = next;
      try {
        work();
      } finally {
        ids = undefined;
      }
    },
    store: createStore(),
    due: createTimers(),
    advance: (execution) => advance(machine, execution),
    finish: (reached, ending) => finishTask(machine, reached, ending),
  };
  return machine;
}

/** Runs all timers that expired since the last request, each at its own time. */
export function settle(machine: Machine): void {
  for (;;) {
    const due = machine.due.take(machine.clock.now());
    if (due === undefined) return;
    machine.clock.pinned(due.at, due.work);
  }
}
