import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Phase } from '../../../../src/app/updates/submitRequest.ts';
import { hangs, takes } from '../../../support/fakeEngine.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

test('the phases are told as they come, to the caller and to everybody', async () => {
  const world = createFakeWorld();
  const { updates } = openWindow(world);
  const told: Phase[] = [];
  const heard: (Phase | undefined)[] = [];
  updates.onDidChange(() => heard.push(updates.phaseOf(fakeTask.ref)));

  await updates.submit(requestFor(world, { review: true, onPhase: (phase) => told.push(phase) }));

  assert.deepEqual(told, ['checking', 'asking', 'checking', 'sending', 'verifying']);
  assert.deepEqual(heard, [...told, undefined]);
});

test('a second update of a task in flight is refused, and what was typed is kept', async () => {
  const world = createFakeWorld();
  const { updates, drafts } = openWindow(world);
  let release: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  world.engine.sendSteps = [
    async (engine, update) => {
      await gate;
      return takes(engine, update);
    },
  ];

  const first = updates.submit(requestFor(world, { update: { status: 'COMPLETED' } }));
  const second = await updates.submit(requestFor(world));
  release();

  assert.equal((await first).kind, 'settled');
  assert.deepEqual(second, {
    kind: 'invalid',
    problems: [
      { message: 'An update of approve is on its way already: wait until it is settled.' },
    ],
  });
  assert.equal(world.engine.sends.length, 1);
  assert.equal((await drafts.list()).length, 1);
});

test('two windows at the very same time: one sends at most, and the journal tells of both', async () => {
  const world = createFakeWorld();
  const windows = [openWindow(world), openWindow(world)];

  const submitted = await Promise.all(
    windows.map(({ updates }) => updates.submit(requestFor(world))),
  );

  assert.ok(world.engine.sends.length <= 1, `${world.engine.sends.length} sends`);
  for (const { kind } of submitted) assert.ok(kind === 'invalid' || kind === 'settled', kind);
  const { journal, drafts } = openWindow(world);
  assert.deepEqual(await journal.inFlight(), []);
  const sent = (await journal.list(10)).filter(({ tries }) => tries.length > 0);
  assert.equal(sent.length, world.engine.sends.length);
  assert.equal((await drafts.list()).length, 1 - world.engine.sends.length);
});

test('an update that another window begins while this one asks is not sent over', async () => {
  const world = createFakeWorld();
  const { updates } = openWindow(world);
  const ask = async () => {
    await new Promise<void>((reached) => {
      world.engine.sendSteps = [hangs(false, reached)];
      void openWindow(world).updates.submit(requestFor(world));
    });
    return 'send' as const;
  };

  const submitted = await updates.submit(requestFor(world, { review: true, ask }));

  assert.equal(submitted.kind, 'invalid');
  assert.equal(world.engine.sends.length, 1);
});

test('where the journal cannot be read after it was written, nothing is sent', async () => {
  const world = createFakeWorld();
  const { updates, journal } = openWindow(world);
  const inFlight = journal.inFlight.bind(journal);
  journal.inFlight = async () => {
    throw new Error('torn disk');
  };

  const submitted = await updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'invalid');
  assert.match(submitted.problems[0]?.message ?? '', /could not be read.*nothing was sent: torn/);
  assert.deepEqual(world.engine.sends, []);
  assert.deepEqual(await inFlight(), []);
});

test('a task may be updated again as soon as the first update is settled', async () => {
  const world = createFakeWorld();
  const { updates } = openWindow(world);
  const update = {
    status: 'IN_PROGRESS',
    output: { kind: 'object', mode: 'merge', value: { a: 1 } },
  } as const;

  const first = await updates.submit(requestFor(world, { update }));
  const base = world.engine.task ?? fakeTask;
  const second = await updates.submit(requestFor(world, { base }));

  assert.equal(first.kind, 'settled');
  assert.equal(second.kind, 'settled');
  assert.deepEqual(world.engine.task?.output, { a: 1, ok: true });
});

test('other tasks are updated while one is in flight', async () => {
  const world = createFakeWorld();
  const { updates } = openWindow(world);
  await new Promise<void>((reached) => {
    world.engine.sendSteps = [hangs(false, reached)];
    void updates.submit(requestFor(world));
  });
  const base = { ...fakeTask, ref: { ...fakeTask.ref, task: 't2' } };

  const other = await updates.submit(requestFor(world, { base }));

  assert.equal(other.kind, 'settled');
  assert.equal(updates.phaseOf(fakeTask.ref), 'sending');
  assert.equal(updates.phaseOf(base.ref), undefined);
});

test('the entry tells what was sent, what the answer was, and how long it took', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [
    async (engine, update) => {
      engine.clock.pass(30);
      return takes(engine, update);
    },
  ];
  const start = world.clock.now();

  const submitted = await openWindow(world).updates.submit(requestFor(world));

  assert.equal(submitted.kind, 'settled');
  const { id, ...entry } = submitted.entry;
  assert.match(id, /^1700000000000-000001-id\d+$/);
  assert.deepEqual(entry, {
    ref: fakeTask.ref,
    connectionName: 'Local',
    taskName: 'approve',
    definition: 'approve',
    update: requestFor(world).update,
    before: {
      status: 'IN_PROGRESS',
      output: {},
      takesReason: true,
      updatedAt: 1_600_000_000_000,
      fields: { worker: null },
    },
    expected: [{ status: 'COMPLETED' }],
    startedAt: start,
    tries: [{ at: start, result: '200 t1' }],
    outcome: {
      kind: 'confirmed',
      after: {
        status: 'COMPLETED',
        output: { ok: true },
        takesReason: true,
        updatedAt: start + 30,
        fields: { worker: null },
      },
      notes: [],
    },
    durationMs: 30,
  });
});

test('the log names the task and the outcome, and nothing of the output', async () => {
  const world = createFakeWorld();
  const { updates, log } = openWindow(world);
  const value = { password: 'hunter2' };

  await updates.submit(
    requestFor(world, {
      update: { status: 'COMPLETED', output: { kind: 'object', mode: 'merge', value } },
    }),
  );

  assert.deepEqual(log, ['Update of approve on Local: confirmed']);
});
