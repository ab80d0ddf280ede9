import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../../../../src/domain/outcome.ts';
import { denies, engineError, fails, hangs, ignores, takes } from '../../../support/fakeEngine.ts';
import type { FakeEngine, SendStep } from '../../../support/fakeEngine.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

const never = new AbortController().signal;
const lost = fails(engineError('timeout'));
const unreadable = async () => {
  throw engineError('unavailable');
};

interface Case {
  readonly name: string;
  readonly send: SendStep;
  readonly visibleWithinMs?: number;
  readonly meanwhile?: (engine: FakeEngine) => void;
  readonly kinds: readonly [Outcome['kind'], Outcome['kind']];
  readonly draftLeft: boolean;
}

const arrives = (engine: FakeEngine) =>
  engine.change({ status: 'COMPLETED', output: { ok: true } });
const becomesElse = (engine: FakeEngine) => engine.change({ status: 'CANCELED' });

const cases: readonly Case[] = [
  {
    name: 'unknown, and it shows now',
    send: lost,
    meanwhile: arrives,
    kinds: ['unknown', 'confirmed'],
    draftLeft: false,
  },
  {
    name: 'unknown, since it was refused and shows all the same',
    send: fails(engineError('invalid', { nothingApplied: true }), true),
    kinds: ['unknown', 'unknown'],
    draftLeft: true,
  },
  { name: 'unknown, and nothing new', send: lost, kinds: ['unknown', 'unknown'], draftLeft: true },
  {
    name: 'unknown, and something else',
    send: lost,
    meanwhile: becomesElse,
    kinds: ['unknown', 'unknown'],
    draftLeft: true,
  },
  {
    name: 'pending, and it shows now',
    send: ignores,
    visibleWithinMs: 9_000,
    meanwhile: arrives,
    kinds: ['pending', 'confirmed'],
    draftLeft: false,
  },
  {
    name: 'pending, and nothing new',
    send: ignores,
    visibleWithinMs: 9_000,
    kinds: ['pending', 'pending'],
    draftLeft: true,
  },
  {
    name: 'pending, and something else',
    send: ignores,
    visibleWithinMs: 9_000,
    meanwhile: becomesElse,
    kinds: ['pending', 'unknown'],
    draftLeft: true,
  },
  {
    name: 'not applied, and somebody else did it',
    send: denies,
    meanwhile: arrives,
    kinds: ['notApplied', 'notApplied'],
    draftLeft: true,
  },
  {
    name: 'confirmed, and something else came later',
    send: takes,
    meanwhile: becomesElse,
    kinds: ['confirmed', 'confirmed'],
    draftLeft: false,
  },
];

for (const { name, send, visibleWithinMs, meanwhile, kinds, draftLeft } of cases) {
  test(`${name}: ${kinds.join(' stays or becomes ')}, and nothing is sent`, async () => {
    const world = createFakeWorld();
    world.engine.sendSteps = [send];
    world.engine.visibleWithinMs = visibleWithinMs ?? 1_000;
    const { updates, journal, drafts } = openWindow(world);
    const submitted = await updates.submit(requestFor(world));
    assert.equal(submitted.kind, 'settled');
    assert.equal(submitted.entry.outcome.kind, kinds[0]);
    meanwhile?.(world.engine);

    const again = await updates.checkAgain(submitted.entry.id, never);

    assert.equal(again.outcome.kind, kinds[1]);
    assert.deepEqual(await journal.read(again.id), again);
    assert.equal(world.engine.sends.length, 1);
    assert.equal((await drafts.list()).length === 1, draftLeft);
  });
}

test('an entry in flight of an earlier run is settled', async () => {
  const world = createFakeWorld();
  await new Promise<void>((dead) => {
    world.engine.sendSteps = [hangs(true, dead)];
    void openWindow(world).updates.submit(requestFor(world));
  });
  const { updates, journal } = openWindow(world);
  const [entry] = await journal.list(1);

  const again = await updates.checkAgain(entry?.id ?? '', never);

  assert.equal(again.outcome.kind, 'confirmed');
});

test('an entry that this window is still sending is left alone', async () => {
  const world = createFakeWorld();
  const { updates, journal } = openWindow(world);
  await new Promise<void>((reached) => {
    world.engine.sendSteps = [hangs(true, reached)];
    void updates.submit(requestFor(world));
  });
  const [entry] = await journal.list(1);

  await assert.rejects(updates.checkAgain(entry?.id ?? '', never), { kind: 'conflict' });
  await updates.recover(never);

  assert.equal((await journal.inFlight()).length, 1);
});

test('a task that cannot be read leaves the entry as it is, and says why', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [lost];
  const { updates, journal } = openWindow(world);
  const submitted = await updates.submit(requestFor(world));
  assert.equal(submitted.kind, 'settled');
  const broken = async () => {
    throw engineError('unavailable');
  };
  world.engine.readSteps = Array(100).fill(broken);

  await assert.rejects(updates.checkAgain(submitted.entry.id, never), { kind: 'unavailable' });

  assert.deepEqual(await journal.read(submitted.entry.id), submitted.entry);
});

test('an entry that the journal does not hold is not found', async () => {
  const { updates } = openWindow(createFakeWorld());

  await assert.rejects(updates.checkAgain('nothing', never), { kind: 'notFound' });
});

test('one’s own later update does not confirm the earlier one, and what it showed before does', async () => {
  for (const [applies, kind] of [
    [false, 'unknown'],
    [true, 'confirmed'],
  ] as const) {
    const world = createFakeWorld();
    const output = requestFor(world).update.output;
    assert.ok(output);
    const save = { status: 'IN_PROGRESS', output };
    world.engine.readSteps = [async (engine) => engine.task, ...Array(20).fill(unreadable)];
    world.engine.sendSteps = [fails(engineError('timeout'), applies), takes];
    const { updates, journal } = openWindow(world);
    const first = await updates.submit(requestFor(world, { update: save }));
    assert.ok(first.kind === 'settled' && first.entry.outcome.kind === 'unknown');
    world.engine.readSteps = [];
    const base = world.engine.task;
    assert.ok(base);
    const second = await updates.submit(requestFor(world, { base, update: save }));
    assert.ok(second.kind === 'settled' && second.entry.outcome.kind === 'confirmed');

    const again = await updates.checkAgain(first.entry.id, never);

    assert.equal(again.outcome.kind, kind);
    assert.match(
      JSON.stringify(again.outcome),
      kind === 'unknown' ? /a later update to this task: what the task shows proves nothing/ : /./,
    );
    assert.deepEqual(await journal.read(first.entry.id), again);
  }
});

test('an overtaken update stays overtaken', async () => {
  const world = createFakeWorld();
  const { updates, journal } = openWindow(world);
  const submitted = await updates.submit(requestFor(world));
  assert.equal(submitted.kind, 'settled');
  const { after } = submitted.entry.outcome;
  assert.ok(after);
  const outcome = { kind: 'overtaken', after, detail: 'It shows FAILED now.' } as const;
  await journal.write({ ...submitted.entry, outcome });

  const again = await updates.checkAgain(submitted.entry.id, never);

  assert.deepEqual(again.outcome, outcome);
  assert.equal(world.engine.reads, 2);
});
