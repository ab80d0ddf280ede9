import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayUndo, undoOf } from '../../../../src/app/undo/undoOf.ts';
import { fakeConnection, fakeOptions, fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';
import type { FakeWorld } from '../../../support/fakeWorld.ts';

const stop = {
  status: 'CANCELED',
  effect: 'The task ends.',
  stopsWorkflow: true,
  endsTask: true,
} as const;
const stoppable = { ...fakeTask, options: { ...fakeOptions, stop } };
const update = { status: 'CANCELED', stop: true } as const;

function stopping(world: FakeWorld, stops: boolean): { asked: number } {
  const count = { asked: 0 };
  world.engine.task = stoppable;
  world.engine.stop = async () => {
    count.asked += 1;
    if (stops) world.engine.change({ status: 'CANCELED' });
    return { accepted: true, said: '200: the task is CANCELED.' };
  };
  return count;
}

test('a task is stopped once, after a question, with proof and in the journal', async () => {
  const world = createFakeWorld();
  const count = stopping(world, true);
  const { updates, journal } = openWindow(world);

  const submitted = await updates.submit(requestFor(world, { base: stoppable, update }));

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'confirmed');
  assert.deepEqual(await journal.list(5), [submitted.entry]);
  assert.deepEqual(submitted.entry.update, update);
  assert.deepEqual([count.asked, world.engine.sends.length], [1, 0]);
  const [question] = world.questions;
  assert.deepEqual(question?.reasons, ['stopsWorkflow']);
  assert.equal(question?.proposed.status, 'CANCELED');
  assert.equal(question?.consequences[0], 'The task ends.');
  assert.equal(question.consequences.at(-1), 'This cannot be undone.');
  assert.equal(mayUndo(submitted.entry), false);
  assert.equal(undoOf(submitted.entry, stoppable, world.engine.expects).kind, 'impossible');
});

test('a stop that the server only promises is pending', async () => {
  const world = createFakeWorld();
  stopping(world, false);

  const submitted = await openWindow(world).updates.submit(
    requestFor(world, { base: stoppable, update }),
  );

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'pending');
});

test('a task that cannot be stopped is not', async () => {
  const world = createFakeWorld();
  const count = stopping(world, true);
  const refused = {
    ...stoppable,
    options: { ...fakeOptions, stop: { ...stop, unavailable: 'no.' } },
  };
  for (const base of [fakeTask, refused]) {
    world.engine.task = base;
    const submitted = await openWindow(world).updates.submit(requestFor(world, { base, update }));
    assert.equal(submitted.kind, 'invalid');
  }
  assert.equal(count.asked, 0);
});

test('nothing is stopped on a read-only connection', async () => {
  const world = createFakeWorld();
  const count = stopping(world, true);
  world.connection = { ...fakeConnection, readOnly: true };

  const submitted = await openWindow(world).updates.submit(
    requestFor(world, { base: stoppable, update }),
  );

  assert.equal(submitted.kind, 'invalid');
  assert.deepEqual([count.asked, world.questions.length], [0, 0]);
});
