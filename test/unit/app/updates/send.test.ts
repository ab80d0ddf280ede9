import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { EngineErrorKind } from '../../../../src/domain/engineError.ts';
import { engineError, fails, takes } from '../../../support/fakeEngine.ts';
import type { ReadStep, SendStep } from '../../../support/fakeEngine.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

const refusedConnection = fails(engineError('network', { nothingApplied: true }));
const busy = (retryAfterMs?: number) =>
  fails(
    engineError('rateLimited', {
      nothingApplied: true,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    }),
  );

interface Case {
  readonly name: string;
  readonly steps: readonly SendStep[];
  readonly sends: number;
  readonly outcome: string;
  /** The waits before those of the verification. */
  readonly waits: readonly number[];
}

const cases: readonly Case[] = [
  {
    name: 'a refused connection is tried again',
    steps: [refusedConnection, takes],
    sends: 2,
    outcome: 'confirmed',
    waits: [250],
  },
  {
    name: 'a refused connection is tried three times at most',
    steps: [refusedConnection, refusedConnection, refusedConnection, takes],
    sends: 3,
    outcome: 'notApplied',
    waits: [250, 1_000],
  },
  {
    name: 'Retry-After is obeyed',
    steps: [busy(7_000), takes],
    sends: 2,
    outcome: 'confirmed',
    waits: [7_000],
  },
  {
    name: 'a Retry-After that is too long ends it',
    steps: [busy(60_000), takes],
    sends: 1,
    outcome: 'notApplied',
    waits: [],
  },
  {
    name: 'the waits have a limit together',
    steps: [busy(15_000), busy(15_000), takes],
    sends: 2,
    outcome: 'notApplied',
    waits: [15_000],
  },
  {
    name: 'a lost answer ends the tries',
    steps: [busy(), fails(engineError('timeout'), true), takes],
    sends: 2,
    outcome: 'confirmed',
    waits: [250],
  },
];

for (const { name, steps, sends, outcome, waits } of cases) {
  test(`${name}: sent ${sends} times, ${outcome}`, async () => {
    const world = createFakeWorld();
    world.engine.sendSteps = [...steps];
    const { updates, journal } = openWindow(world);

    const submitted = await updates.submit(requestFor(world));

    assert.equal(submitted.kind, 'settled');
    assert.equal(submitted.entry.outcome.kind, outcome);
    assert.equal(world.engine.sends.length, sends);
    assert.deepEqual(world.clock.waits, waits);
    assert.equal((await journal.read(submitted.entry.id))?.tries.length, sends);
  });
}

const notRepeated: readonly (readonly [EngineErrorKind, boolean, string])[] = [
  ['auth', true, 'notApplied'],
  ['forbidden', true, 'notApplied'],
  ['notFound', true, 'notApplied'],
  ['conflict', true, 'notApplied'],
  ['invalid', true, 'notApplied'],
  ['tooLarge', true, 'notApplied'],
  ['unsupported', true, 'notApplied'],
  ['timeout', true, 'notApplied'],
  ['network', false, 'unknown'],
  ['rateLimited', false, 'unknown'],
  ['timeout', false, 'unknown'],
  ['unavailable', false, 'unknown'],
  ['badResponse', false, 'unknown'],
];

for (const [kind, nothingApplied, outcome] of notRepeated) {
  const proof = nothingApplied ? 'nothing applied' : 'not proven';
  test(`${kind} (${proof}) is never sent again: ${outcome}`, async () => {
    const world = createFakeWorld();
    world.engine.sendSteps = [fails(engineError(kind, { nothingApplied }))];

    const submitted = await openWindow(world).updates.submit(requestFor(world));

    assert.equal(submitted.kind, 'settled');
    assert.equal(submitted.entry.outcome.kind, outcome);
    assert.equal(world.engine.sends.length, 1);
    assert.equal(submitted.entry.tries[0]?.result.startsWith(`server says ${kind}.`), true);
  });
}

test('a try that a new sign-in mended is in the journal like any other', async () => {
  const world = createFakeWorld();
  const { clock, engine } = world;
  const { send } = engine;
  engine.send = async (before, update, signal, events) => {
    clock.pass(10);
    events?.onRefused?.('The server answered 401: too old');
    return send.call(engine, before, update, signal, events);
  };
  const start = clock.now();

  const submitted = await openWindow(world).updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  assert.deepEqual(submitted.entry.tries, [
    { at: start, result: 'The server answered 401: too old. Signed in anew and tried again.' },
    { at: start + 10, result: '200 t1' },
  ]);
});

test('the journal holds the update before it is sent', async () => {
  const world = createFakeWorld();
  const { updates, journal } = openWindow(world);
  let standing: unknown;
  world.engine.sendSteps = [
    async (engine, update) => {
      standing = await journal.inFlight();
      return takes(engine, update);
    },
  ];

  const submitted = await updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  const { outcome: _outcome, durationMs: _durationMs, ...before } = submitted.entry;
  assert.deepEqual(standing, [{ ...before, tries: [] }]);
  assert.deepEqual(await journal.inFlight(), []);
});

test('nothing is sent when the journal cannot be written', async () => {
  const world = createFakeWorld();
  world.storage.afterWrite = async (key) => {
    if (key.startsWith('inFlight/')) throw new Error('disk full');
  };

  const submitted = await openWindow(world).updates.submit(requestFor(world));

  assert.deepEqual(submitted, {
    kind: 'invalid',
    problems: [{ message: 'The journal could not be written, so nothing was sent: disk full.' }],
  });
  assert.equal(world.engine.sends.length, 0);
});

test('a journal that fails after sending does not hide the outcome', async () => {
  const world = createFakeWorld();
  world.storage.afterWrite = async (key) => {
    if (key.startsWith('journal/')) throw new Error('disk full');
  };
  const { updates, log } = openWindow(world);

  const submitted = await updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'confirmed');
  assert.match(log.join('\n'), /The journal could not be written: disk full/);
});

test('a slow disk does not put a settled update back in flight', async () => {
  const world = createFakeWorld();
  const { storage } = world;
  const write = storage.write.bind(storage);
  let late: Promise<void> = Promise.resolve();
  let flights = 0;
  storage.write = (key, text) => {
    if (key.startsWith('inFlight/')) flights += 1;
    if (flights !== 2 || !key.startsWith('inFlight/')) return write(key, text);
    late = turns(20).then(() => write(key, text));
    return late;
  };

  const submitted = await openWindow(world).updates.submit(requestFor(world));
  await late;

  assert.equal(submitted.kind, 'settled');
  assert.deepEqual([...storage.documents.keys()], [`journal/${submitted.entry.id}`]);
});

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setImmediate();
}

test('a refusal for a change by somebody else says so, and nothing is sent again', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [fails(engineError('conflict', { nothingApplied: true })), takes];
  const { updates, drafts } = openWindow(world);

  const submitted = await updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  const { outcome } = submitted.entry;
  assert.equal(outcome.kind, 'notApplied');
  assert.equal(outcome.isConflict, true);
  assert.equal(world.engine.sends.length, 1);
  assert.equal((await drafts.list()).length, 1);
});

for (const [who, change] of [
  ['wrote an output', { output: { theirs: 1 } }],
  ['completed it', { status: 'COMPLETED' }],
] as const) {
  test(`a task on which somebody ${who} while the server asked for patience is left alone`, async () => {
    const world = createFakeWorld();
    const { clock, engine } = world;
    engine.sendSteps = [busy(7_000), takes];
    clock.at(clock.now() + 3_000, () => engine.change(change));
    const { updates, drafts } = openWindow(world);

    const submitted = await updates.submit(requestFor(world));

    assert.equal(engine.sends.length, 1);
    assert.equal(submitted.kind, 'settled');
    const { outcome, tries } = submitted.entry;
    assert.equal(outcome.kind, 'notApplied');
    assert.equal(outcome.isConflict, true);
    assert.match(outcome.reason ?? '', /changed the task .* nothing was sent again/);
    assert.equal(tries.length, 1);
    assert.equal((await drafts.list()).length, 1);
  });
}

test('a task that is gone, or cannot be read, before the next try gets none', async () => {
  const readings: readonly (readonly [ReadStep, RegExp])[] = [
    [async () => undefined, /no such task/],
    [() => Promise.reject(engineError('unavailable')), /could not be read.* server says unavail/],
  ];
  for (const [reading, reason] of readings) {
    const world = createFakeWorld();
    world.engine.sendSteps = [busy(), takes];
    world.engine.readSteps = [async (engine) => engine.task, reading];

    const submitted = await openWindow(world).updates.submit(requestFor(world));

    assert.equal(world.engine.sends.length, 1);
    assert.equal(submitted.kind, 'settled');
    assert.equal(submitted.entry.outcome.kind, 'notApplied');
    assert.match(submitted.entry.outcome.reason ?? '', reason);
  }
});

test('what changes nothing but the time goes along with the next try', async () => {
  const world = createFakeWorld();
  const { clock, engine } = world;
  engine.sendSteps = [busy(7_000), takes];
  clock.at(clock.now() + 3_000, () => engine.change({}));
  const before = engine.task?.updatedAt;
  const befores: (number | undefined)[] = [];
  const { send } = engine;
  engine.send = (before, update, signal) => {
    befores.push(before.updatedAt);
    return send.call(engine, before, update, signal);
  };

  const submitted = await openWindow(world).updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'confirmed');
  assert.deepEqual(befores, [before, clock.now() - 4_000]);
});
