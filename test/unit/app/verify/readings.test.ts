import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineError, fails, ignores, takes } from '../../../support/fakeEngine.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

const readingFails = [
  ['accepted', ignores, 'pending'],
  ['accepted and applied', takes, 'pending'],
  ['lost', fails(engineError('timeout'), true), 'unknown'],
] as const;

for (const [name, send, kind] of readingFails) {
  test(`${name}, and every reading fails: ${kind}, with the reason`, async () => {
    const world = createFakeWorld();
    world.engine.sendSteps = [send];
    const broken = async () => {
      throw engineError('unavailable');
    };
    world.engine.readSteps = [async (engine) => engine.task, ...Array(100).fill(broken)];

    const submitted = await openWindow(world).updates.submit(requestFor(world));

    assert.equal(submitted.kind, 'settled');
    assert.equal(submitted.entry.outcome.kind, kind);
    assert.match(JSON.stringify(submitted.entry.outcome), /server says unavailable/);
    assert.equal(world.engine.sends.length, 1);
  });
}

test('a reading that fails is followed by one that does not', async () => {
  const world = createFakeWorld();
  const broken = async () => {
    throw engineError('unavailable');
  };
  world.engine.readSteps = [async (engine) => engine.task, broken, broken];

  const submitted = await openWindow(world).updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'confirmed');
  assert.deepEqual(world.clock.waits, [50, 100]);
});

test('a reading that asks for patience beyond the deadline is the last one', async () => {
  const world = createFakeWorld();
  const busy = async () => {
    throw engineError('rateLimited', { retryAfterMs: 30_000, nothingApplied: true });
  };
  world.engine.readSteps = [async (engine) => engine.task, busy];

  const submitted = await openWindow(world).updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'pending');
  assert.equal(world.engine.reads, 2);
});
