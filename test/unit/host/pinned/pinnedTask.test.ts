import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChangeEvent } from '../../../../src/app/changeEvent.ts';
import { createPins } from '../../../../src/app/pins.ts';
import type { Pinned } from '../../../../src/app/pins.ts';
import type { Task } from '../../../../src/domain/task.ts';
import { createPinnedTask } from '../../../../src/host/pinned/pinnedTask.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const pinned: Pinned = {
  ref: fakeTask.ref,
  name: 'approve',
  status: 'IN_PROGRESS',
  state: 'waiting',
  terminal: false,
};

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A pinned task on a store whose answers the test decides. */
function pinnedWorld(read: () => Promise<Task | undefined>, stored?: Pinned) {
  const changes = createChangeEvent();
  let written: Pinned | undefined = stored;
  const pins = createPins({
    read: () => stored,
    write: async (next) => {
      written = next;
    },
  });
  let reads = 0;
  const clock = createFakeClock();
  const interval = { ms: 0, changes: createChangeEvent() };
  const store = {
    task: async () => {
      reads += 1;
      return read();
    },
    onDidChange: changes.listen,
  };
  const world = {
    pins,
    changes,
    reads: () => reads,
    written: () => written,
    task: createPinnedTask({
      pins,
      store,
      clock,
      log: silent,
      intervalMs: () => interval.ms,
      onDidChangeInterval: interval.changes.listen,
    }),
    interval,
    clock,
  };
  return world;
}

test('a pin survives a reload, and follows what the engine holds', async () => {
  const now: Task = { ...fakeTask, status: 'COMPLETED', state: 'succeeded', terminal: true };
  const world = pinnedWorld(async () => now, pinned);

  assert.equal((await world.task.task())?.status, 'COMPLETED');
  assert.equal(world.written()?.status, 'COMPLETED');
  world.task.dispose();
});

test('a pinned task is read as often as the settings say from now on', async () => {
  const world = pinnedWorld(async () => fakeTask, pinned);
  await world.task.task();
  assert.deepEqual(world.clock.waits, []);

  world.interval.ms = 5_000;
  world.interval.changes.fire();
  assert.deepEqual(world.clock.waits, [5_000]);
  world.task.dispose();
});

test('nothing is requested while nothing is pinned', async () => {
  const world = pinnedWorld(async () => fakeTask);
  world.changes.fire();

  assert.equal(await world.task.task(), undefined);
  assert.equal(world.reads(), 0);
  world.task.dispose();
});

test('a task that is unpinned while it is read is not pinned again', async () => {
  let answer: (task: Task) => void = () => {};
  const world = pinnedWorld(() => new Promise((resolve) => (answer = resolve)), pinned);
  const reading = world.task.task();
  await world.pins.unpin();
  answer(fakeTask);
  await reading;

  assert.equal(world.pins.current(), undefined);
  assert.equal(world.task.current(), undefined);
  world.task.dispose();
});

test('what an older version stored wrongly pins nothing', () => {
  for (const stored of [null, 7, {}, { ref: {}, name: 'x' }]) {
    const pins = createPins({ read: () => stored, write: async () => {} });
    assert.equal(pins.current(), undefined);
  }
});
