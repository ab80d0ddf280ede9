import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createJournal } from '../../../../src/app/journal/journal.ts';
import type { SettledEntry } from '../../../../src/app/journal/settledEntry.ts';
import type { JournalEntry } from '../../../../src/domain/outcome.ts';
import { engineError, fails, hangs, ignores, takes } from '../../../support/fakeEngine.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { fakeConnection, fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';
import type { FakeWindow, FakeWorld } from '../../../support/fakeWorld.ts';

const never = new AbortController().signal;

interface Heard {
  readonly entries: SettledEntry[];
  /** The entry as the journal held it when the listener was called. */
  readonly journaled: Promise<JournalEntry | undefined>[];
}

function listen({ updates }: FakeWindow, world: FakeWorld): Heard {
  const heard: Heard = { entries: [], journaled: [] };
  updates.onDidSettle((entry) => {
    const storage = createFakeStorage();
    for (const [key, text] of world.storage.documents) storage.documents.set(key, text);
    heard.entries.push(entry);
    heard.journaled.push(createJournal({ storage, keep: () => 100 }).read(entry.id));
  });
  return heard;
}

/** Sends an update from a window that never gets the answer. */
async function leaveInFlight(world: FakeWorld): Promise<void> {
  const { engine } = world;
  await new Promise<void>((sent) => {
    engine.sendSteps = [hangs(true, sent)];
    void openWindow(world).updates.submit(requestFor(world));
  });
}

test('an update that was submitted settles once, with its outcome in the journal', async () => {
  const world = createFakeWorld();
  const window = openWindow(world);
  const heard = listen(window, world);

  const submitted = await window.updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  assert.deepEqual(heard.entries, [submitted.entry]);
  assert.deepEqual(await Promise.all(heard.journaled), [submitted.entry]);
});

test('a task that is over settles as well, though nothing was sent', async () => {
  const world = createFakeWorld();
  world.engine.change({ status: 'CANCELED', terminal: true });
  const window = openWindow(world);
  const heard = listen(window, world);

  await window.updates.submit(requestFor(world));

  assert.equal(world.engine.sends.length, 0);
  assert.deepEqual(
    heard.entries.map(({ outcome }) => outcome.kind),
    ['notApplied'],
  );
  assert.deepEqual(await Promise.all(heard.journaled), heard.entries);
});

test('when it settles, the task takes the next update', async () => {
  const world = createFakeWorld();
  const { updates } = openWindow(world);
  const phases: unknown[] = [];
  updates.onDidSettle(({ ref }) => phases.push(updates.phaseOf(ref)));

  await updates.submit(requestFor(world));

  assert.deepEqual(phases, [undefined]);
});

test('an update that is checked again settles with each new outcome, and then no more', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [fails(engineError('timeout'))];
  const window = openWindow(world);
  const submitted = await window.updates.submit(requestFor(world));
  assert.equal(submitted.kind, 'settled');
  const heard = listen(window, world);
  const { id } = submitted.entry;

  await window.updates.checkAgain(id, never);
  world.engine.change({ status: 'COMPLETED', output: { ok: true } });
  await window.updates.checkAgain(id, never);
  await window.updates.checkAgain(id, never);

  assert.deepEqual(
    heard.entries.map(({ outcome }) => outcome.kind),
    ['unknown', 'confirmed'],
  );
  assert.deepEqual(await Promise.all(heard.journaled), heard.entries);
});

test('a check that cannot read the task settles nothing', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [fails(engineError('timeout'))];
  const window = openWindow(world);
  const submitted = await window.updates.submit(requestFor(world));
  assert.equal(submitted.kind, 'settled');
  const heard = listen(window, world);
  world.engine.readTask = async () => {
    throw engineError('network');
  };

  await assert.rejects(window.updates.checkAgain(submitted.entry.id, never), { kind: 'network' });

  assert.deepEqual(heard.entries, []);
});

test('what an earlier run left settles after the restart, once', async () => {
  const world = createFakeWorld();
  await leaveInFlight(world);
  const window = openWindow(world);
  const heard = listen(window, world);

  await window.updates.recover(never);
  await window.updates.recover(never);

  assert.deepEqual(
    heard.entries.map(({ outcome }) => outcome.kind),
    ['confirmed'],
  );
  assert.deepEqual(await Promise.all(heard.journaled), heard.entries);
});

test('an update that an earlier run left, checked again, settles once', async () => {
  const world = createFakeWorld();
  await leaveInFlight(world);
  const window = openWindow(world);
  const heard = listen(window, world);
  const [left] = await window.journal.inFlight();
  assert.ok(left);

  await window.updates.checkAgain(left.id, never);

  assert.equal(heard.entries.length, 1);
});

test('an outcome that another window wrote meanwhile is not announced again', async () => {
  const world = createFakeWorld();
  await leaveInFlight(world);
  const [first, second] = [openWindow(world), openWindow(world)];
  const [heard, heardToo] = [listen(first, world), listen(second, world)];
  await first.updates.recover(never);
  const [settled] = await first.journal.list(1);
  assert.ok(settled);

  await second.updates.checkAgain(settled.id, never);

  assert.deepEqual([heard.entries.length, heardToo.entries.length], [1, 0]);
});

test('an update that was cancelled does not settle', async () => {
  const cancelled: readonly ((world: FakeWorld, abort: AbortController) => void)[] = [
    (world) => (world.answer = 'cancel'),
    (_, abort) => abort.abort(),
    (world, abort) => {
      const late = fails(engineError('network', { nothingApplied: true }));
      world.engine.sendSteps = [
        (engine, update) => {
          abort.abort();
          return late(engine, update);
        },
      ];
    },
  ];
  for (const arrange of cancelled) {
    const world = createFakeWorld();
    const abort = new AbortController();
    arrange(world, abort);
    const window = openWindow(world);
    const heard = listen(window, world);

    const submitted = await window.updates.submit(
      requestFor(world, { review: true, signal: abort.signal }),
    );

    assert.equal(submitted.kind, 'cancelled');
    assert.deepEqual(heard.entries, []);
  }
});

test('an update that was refused does not settle', async () => {
  const refused: readonly ((world: FakeWorld) => Promise<void> | void)[] = [
    (world) => void (world.connection = { ...fakeConnection, readOnly: true }),
    leaveInFlight,
  ];
  for (const arrange of refused) {
    const world = createFakeWorld();
    await arrange(world);
    world.engine.task = fakeTask;
    const window = openWindow(world);
    const heard = listen(window, world);

    const submitted = await window.updates.submit(requestFor(world));

    assert.equal(submitted.kind, 'invalid');
    assert.deepEqual(heard.entries, []);
  }
});

test('an outcome that could not be written is announced all the same', async () => {
  const world = createFakeWorld();
  const window = openWindow(world);
  const heard = listen(window, world);
  world.engine.sendSteps = [
    (engine, update) => {
      world.storage.afterWrite = async () => {
        throw new Error('The disk is full');
      };
      return takes(engine, update);
    },
  ];

  await window.updates.submit(requestFor(world));

  assert.equal(heard.entries.length, 1);
  assert.ok(window.log.some((line) => line.includes('The disk is full')));
});

test('a listener that throws keeps no other from hearing of it, and breaks no update', async (t) => {
  const world = createFakeWorld();
  world.engine.sendSteps = [ignores];
  const window = openWindow(world);
  const thrown: unknown[] = [];
  t.mock.method(globalThis, 'queueMicrotask', (call: () => void) => {
    assert.throws(call, (error) => thrown.push(error) > 0);
  });
  window.updates.onDidSettle(() => {
    throw new Error('A listener failed');
  });
  const heard = listen(window, world);

  const submitted = await window.updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  assert.equal(heard.entries.length, 1);
  assert.equal(thrown.length, 1);
});

test('whoever stops listening hears no more', async () => {
  const world = createFakeWorld();
  const { updates } = openWindow(world);
  const heard: SettledEntry[] = [];
  const stop = updates.onDidSettle((entry) => heard.push(entry));
  stop();

  await updates.submit(requestFor(world));

  assert.deepEqual(heard, []);
});
