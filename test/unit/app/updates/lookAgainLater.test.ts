import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SettledEntry } from '../../../../src/app/journal/settledEntry.ts';
import type { Task } from '../../../../src/domain/task.ts';
import { outcomeSentence } from '../../../../src/host/words/outcomeLook.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';
import type { FakeWorld } from '../../../support/fakeWorld.ts';

const unsettledForMs = 300;

/** A world whose engine lets a second writer overwrite what it showed, and all that is announced. */
function racing() {
  const world = createFakeWorld();
  world.engine.unsettledForMs = unsettledForMs;
  const window = openWindow(world);
  const heard: SettledEntry[] = [];
  window.updates.onDidSettle((entry) => void heard.push(entry));
  return { world, heard, ...window };
}

/** Somebody else changes the task a moment after it showed the update. */
function overwriteSoon({ clock, engine }: FakeWorld, to: Partial<Task>): void {
  clock.at(clock.now() + 40, () => engine.change(to));
}

/** Until nothing waits any more: the fake clock never really waits, and yields at each wait. */
async function quiet({ clock }: FakeWorld): Promise<void> {
  for (let seen = -1; seen !== clock.waits.length;) {
    seen = clock.waits.length;
    for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate);
  }
}

const changes: readonly (readonly [string, Partial<Task>, RegExp])[] = [
  ['another status', { status: 'FAILED' }, /shows FAILED now: somebody changed it since\.$/],
  ['another output', { output: { ok: false } }, /shows COMPLETED with another output \(see "ok"\)/],
  ['another worker', { worker: 'w7' }, /shows COMPLETED with the worker w7 now/],
];

for (const [name, to, says] of changes) {
  test(`confirmed, and overwritten a moment later with ${name}: overtaken`, async () => {
    const { world, heard, updates, journal } = racing();
    const submitting = updates.submit(requestFor(world));
    overwriteSoon(world, to);
    const submitted = await submitting;
    assert.equal(submitted.kind, 'settled');
    assert.equal(submitted.entry.outcome.kind, 'confirmed', 'it is told at once');

    await quiet(world);

    const [, again] = heard;
    assert.equal(again?.outcome.kind, 'overtaken');
    assert.equal(again.id, submitted.entry.id);
    assert.match(outcomeSentence(again), /^The update of approve was applied and then overtaken\./);
    assert.match(outcomeSentence(again), says);
    assert.deepEqual(await journal.read(again.id), again);
    assert.equal(world.engine.sends.length, 1);
  });
}

test('an update that nobody overwrote is read once more, and announced once', async () => {
  const { world, heard, updates } = racing();

  await updates.submit(requestFor(world));
  await quiet(world);

  assert.deepEqual(
    heard.map(({ outcome }) => outcome.kind),
    ['confirmed'],
  );
  assert.equal(world.engine.reads, 3);
});

const { updatedAt: _time, ...timeless } = fakeTask;
for (const [name, earlier] of [
  ['a reading that is older by its own time', fakeTask],
  ['one reading that lags behind, without a time', timeless],
] as const) {
  test(`${name} is no change by somebody else`, async () => {
    const { world, heard, updates } = racing();
    const { engine } = world;
    const now = async () => engine.task;
    engine.readSteps = [now, now, async () => ({ ...earlier, status: 'SCHEDULED' })];

    await updates.submit(requestFor(world));
    await quiet(world);

    assert.deepEqual(
      heard.map(({ outcome }) => outcome.kind),
      ['confirmed'],
    );
    assert.ok(engine.reads > 2, 'it was read again');
  });
}

test('one’s own next update is no somebody else', async () => {
  const { world, heard, updates } = racing();
  const { output } = requestFor(world).update;
  assert.ok(output);
  await updates.submit(requestFor(world, { update: { status: 'IN_PROGRESS', output } }));
  const base = world.engine.task;
  assert.ok(base);

  await updates.submit(requestFor(world, { base, update: { status: 'FAILED' } }));
  await quiet(world);

  assert.deepEqual(
    heard.map(({ outcome }) => outcome.kind),
    ['confirmed', 'confirmed'],
  );
});

test('nothing waits and nothing is read after the end of the window', async () => {
  const { world, heard, updates } = racing();
  updates.onDidSettle(() => updates.dispose());

  await updates.submit(requestFor(world));
  world.engine.change({ status: 'FAILED' });
  await quiet(world);

  assert.equal(heard.length, 1);
  assert.equal(world.engine.reads, 2);
});
