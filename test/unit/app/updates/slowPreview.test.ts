import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task, TaskRef } from '../../../../src/domain/task.ts';
import { hangs } from '../../../support/fakeEngine.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';
import type { FakeWorld } from '../../../support/fakeWorld.ts';

const never = new AbortController().signal;
const preview = { method: 'POST', url: 'http://server/tasks', headers: {} };

test('two sends at once are each found by id, and settled after a crash, whatever preview ends first', async () => {
  const world = createFakeWorld();
  let endFirst = () => {};
  const firstEnds = new Promise<void>((resolve) => (endFirst = resolve));
  Object.assign(world.engine, {
    readTask: async (ref: TaskRef) => ({ ...world.engine.task, ref }),
    preview: async ({ ref }: Task) => {
      if (ref.task === 't1') await firstEnds;
      return preview;
    },
  });
  await new Promise<void>((dead) => {
    world.engine.sendSteps = [hangs(true, endFirst), hangs(true, dead)];
    const { updates } = openWindow(world);
    void updates.submit(requestOf(world, 't1'));
    void updates.submit(requestOf(world, 't2'));
  });

  const { updates, journal } = openWindow(world);
  const left = await journal.inFlight();
  assert.equal(left.length, 2);
  for (const entry of left) assert.deepEqual(await journal.read(entry.id), entry);
  await updates.recover(never);

  assert.deepEqual(await journal.inFlight(), []);
  const settled = await journal.list(10);
  assert.deepEqual(
    settled.map(({ outcome }) => outcome?.kind),
    ['confirmed', 'confirmed'],
  );
});

test('an entry begins when it is written, so that no other window takes it for an abandoned one', async () => {
  const world = createFakeWorld();
  let takesMs = 59_000;
  const slowly = async () => {
    world.clock.pass(takesMs);
    takesMs = 0;
    return preview;
  };
  Object.assign(world.engine, { preview: slowly });

  await new Promise<void>((sent) => {
    world.engine.sendSteps = [hangs(false, sent)];
    void openWindow(world).updates.submit(requestFor(world));
  });

  const [entry] = await openWindow(world).journal.inFlight();
  assert.equal(entry?.startedAt, world.clock.now());
  world.clock.pass(30_000);
  const second = await openWindow(world).updates.submit(requestFor(world));
  assert.equal(second.kind, 'invalid');
});

function requestOf(world: FakeWorld, task: string) {
  return requestFor(world, { base: { ...fakeTask, ref: { ...fakeTask.ref, task } } });
}
