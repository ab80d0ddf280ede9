import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../../../../src/domain/outcome.ts';
import { hangs, takes } from '../../../support/fakeEngine.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';
import type { FakeWorld } from '../../../support/fakeWorld.ts';

const never = new AbortController().signal;

/** A moment at which the window dies. `crash` arranges it and calls `dead` then. */
interface Moment {
  readonly name: string;
  readonly crash: (world: FakeWorld, dead: () => void) => void;
  readonly sends: number;
  /** Undefined: the journal has no entry. */
  readonly outcome: 'confirmed' | 'unknown' | undefined;
}

const stopAfterWrite =
  (folder: string, nth = 1) =>
  (world: FakeWorld, dead: () => void) => {
    let seen = 0;
    world.storage.afterWrite = async (key) => {
      if (key.startsWith(folder)) seen += 1;
      if (seen !== nth || !key.startsWith(folder)) return;
      dead();
      await new Promise(() => {});
    };
  };

const moments: readonly Moment[] = [
  {
    name: 'after the draft was written',
    crash: stopAfterWrite('drafts/'),
    sends: 0,
    outcome: undefined,
  },
  {
    name: 'after the journal was written, before sending',
    crash: stopAfterWrite('inFlight/'),
    sends: 0,
    outcome: 'unknown',
  },
  {
    name: 'after sending, and the request arrived',
    crash(world, dead) {
      world.engine.sendSteps = [hangs(true, dead)];
    },
    sends: 1,
    outcome: 'confirmed',
  },
  {
    name: 'after sending, and the request was lost',
    crash(world, dead) {
      world.engine.sendSteps = [hangs(false, dead)];
    },
    sends: 1,
    outcome: 'unknown',
  },
  {
    name: 'after sending, and the request arrives after the restart',
    crash(world, dead) {
      const { clock } = world;
      world.engine.sendSteps = [
        (engine, update) => {
          clock.at(clock.now() + 20_000, () => engine.apply(update));
          return hangs(false, dead)(engine, update);
        },
      ];
    },
    sends: 1,
    outcome: 'confirmed',
  },
  {
    name: 'after the answer came',
    crash: stopAfterWrite('inFlight/', 2),
    sends: 1,
    outcome: 'confirmed',
  },
  {
    name: 'while verifying',
    crash(world, dead) {
      world.engine.readSteps = [
        async (engine) => engine.task,
        () => {
          dead();
          return new Promise(() => {});
        },
      ];
    },
    sends: 1,
    outcome: 'confirmed',
  },
  {
    name: 'after the outcome was written, before the draft was removed',
    crash: stopAfterWrite('journal/'),
    sends: 1,
    outcome: 'confirmed',
  },
];

/** Starts an update and waits until its window dies. */
function die(world: FakeWorld, crash: Moment['crash']): Promise<void> {
  return new Promise((dead, reject) => {
    crash(world, dead);
    const livesOn = () => reject(new Error('The update ended, and the window lived on.'));
    openWindow(world).updates.submit(requestFor(world)).then(livesOn, reject);
  });
}

for (const { name, crash, sends, outcome } of moments) {
  test(`a window that dies ${name}: ${outcome ?? 'only the draft'}, sent ${sends} times`, async () => {
    const world = createFakeWorld();
    await die(world, crash);
    world.storage.afterWrite = async () => {};

    const { updates, journal, drafts } = openWindow(world);
    await updates.recover(never);

    const [entry] = await journal.list(10);
    assert.equal(entry?.outcome?.kind, outcome);
    assert.deepEqual(await journal.inFlight(), []);
    assert.equal(world.engine.sends.length, sends);
    const isKept = (await drafts.list()).length === 1;
    assert.equal(isKept, outcome !== 'confirmed' || name.startsWith('after the outcome'));
  });
}

test('what a restart cannot settle says what the task shows', async () => {
  const world = createFakeWorld();
  await die(world, (_, dead) => {
    world.engine.sendSteps = [hangs(false, dead)];
  });

  const { updates, journal } = openWindow(world);
  await updates.recover(never);

  const outcome = (await journal.list(1))[0]?.outcome;
  assert.deepEqual(outcome, {
    kind: 'unknown',
    after: {
      status: 'IN_PROGRESS',
      output: {},
      takesReason: true,
      updatedAt: 1_600_000_000_000,
      fields: { worker: null },
    },
    detail:
      'The window was closed or reloaded while this was on its way. The task still shows IN_PROGRESS.',
  });
});

test('a young entry is watched for a minute, an old one is read for as long as the engine needs', async () => {
  for (const [age, longest] of [
    [0, 60_000],
    [59_000, 1_000],
    [3_600_000, 1_000],
    [-3_600_000, 60_000],
  ] as const) {
    const world = createFakeWorld();
    await leaveInFlight(world);
    world.clock.pass(age);
    const start = world.clock.now();

    await openWindow(world).updates.recover(never);

    assert.equal(world.clock.now() - start, longest, `age ${age}`);
  }
});

test('an entry that the other window settles meanwhile is left as that window wrote it', async () => {
  const world = createFakeWorld();
  const entry = await leaveInFlight(world);
  const other = openWindow(world);
  const settled: JournalEntry = {
    ...entry,
    outcome: {
      kind: 'notApplied',
      expected: 'COMPLETED',
      actual: 'FAILED',
      reason: 'by the other',
    },
  };
  world.clock.at(world.clock.now() + 500, () => void other.journal.write(settled));

  const { updates, journal } = openWindow(world);
  await updates.recover(never);

  assert.deepEqual(await journal.read(entry.id), settled);
});

test('two windows settle the same entry to the same outcome, and neither sends', async () => {
  const world = createFakeWorld();
  await leaveInFlight(world);
  world.engine.change({ status: 'COMPLETED', output: { ok: true } });

  await Promise.all([
    openWindow(world).updates.recover(never),
    openWindow(world).updates.recover(never),
  ]);

  const entries = await openWindow(world).journal.list(10);
  assert.deepEqual(
    entries.map((entry) => entry.outcome?.kind),
    ['confirmed'],
  );
  assert.equal(world.engine.sends.length, 1);
});

test('an entry whose connection is gone becomes unknown, with the reason', async () => {
  const world = createFakeWorld();
  await leaveInFlight(world);
  world.connectError = new Error('There is no connection c1 any more');

  const { updates, journal } = openWindow(world);
  await updates.recover(never);

  const outcome = (await journal.list(1))[0]?.outcome;
  assert.equal(outcome?.kind, 'unknown');
  assert.match(outcome.detail, /could not be read: There is no connection c1 any more\.$/);
});

test('settling that is aborted leaves the entry in flight', async () => {
  const world = createFakeWorld();
  const entry = await leaveInFlight(world);
  const abort = new AbortController();
  world.clock.at(world.clock.now() + 200, () => abort.abort());

  const { updates, journal } = openWindow(world);
  await updates.recover(abort.signal);

  assert.deepEqual(await journal.inFlight(), [entry]);
});

test('one entry that cannot be settled does not keep the others in flight', async () => {
  const world = createFakeWorld();
  await leaveInFlight(world);
  const entry = await leaveInFlight(world, 't2');
  world.engine.change({ status: 'COMPLETED', output: { ok: true } });
  const { updates, journal, log } = openWindow(world);
  const read = journal.read.bind(journal);
  journal.read = async (id) => {
    if (id !== entry.id) throw new Error('torn disk');
    return read(id);
  };

  await updates.recover(never);

  assert.equal((await read(entry.id))?.outcome?.kind, 'confirmed');
  assert.match(log.join('\n'), /Not settled: torn disk/);
});

test('a task with an unsettled update of another window takes no second one', async () => {
  const world = createFakeWorld();
  await leaveInFlight(world);
  world.engine.sendSteps = [takes];

  const soon = await openWindow(world).updates.submit(requestFor(world));
  world.clock.pass(60_000);
  const later = await openWindow(world).updates.submit(requestFor(world));

  assert.equal(soon.kind, 'invalid');
  assert.match(soon.problems[0]?.message ?? '', /earlier update of approve is not settled yet/);
  assert.equal(later.kind, 'settled');
});

test('what another window has seen stays, though this one could not read the task', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [takes];
  const { updates, journal } = openWindow(world);
  const other = openWindow(world);
  let isHelped = false;
  world.engine.readSteps = [
    async (engine) => engine.task,
    async () => {
      // The task is read for the first time after the update, and the other window reads it better.
      if (!isHelped) {
        isHelped = true;
        world.engine.readSteps = [];
        await other.updates.recover(never);
        world.engine.readSteps = Array.from({ length: 40 }, () => async () => {
          throw new Error('no way to the server');
        });
      }
      throw new Error('no way to the server');
    },
  ];

  const submitted = await updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'confirmed');
  assert.equal((await journal.list(1))[0]?.outcome?.kind, 'confirmed');
});

/** An entry of a window that died while sending. Nothing was applied. */
async function leaveInFlight(world: FakeWorld, task = 't1'): Promise<JournalEntry> {
  await new Promise<void>((dead) => {
    world.engine.sendSteps = [hangs(false, dead)];
    const request = requestFor(world);
    const base = { ...request.base, ref: { ...request.base.ref, task } };
    const held = world.engine.task;
    world.engine.readSteps = [
      async () => (held === undefined ? undefined : { ...held, ref: base.ref }),
    ];
    void openWindow(world).updates.submit({ ...request, base });
  });
  const [entry] = await openWindow(world).journal.list(1);
  assert.ok(entry);
  return entry;
}
