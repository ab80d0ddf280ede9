import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TaskUpdate } from '../../../../src/domain/taskUpdate.ts';
import { engineError, fails, ignores, takes } from '../../../support/fakeEngine.ts';
import type { SendStep } from '../../../support/fakeEngine.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

interface Case {
  readonly name: string;
  readonly send: SendStep;
  readonly update: TaskUpdate;
  readonly outcome: object;
}

const takesStatusOnly: SendStep = async (engine) => {
  engine.apply({ status: 'COMPLETED' });
  return { accepted: true, said: '200' };
};

// The fake task shows its worker and never its log, as engines do.
const cases: readonly Case[] = [
  {
    name: 'a field alone that the task shows',
    send: takes,
    update: { fields: { worker: 'me' } },
    outcome: { kind: 'confirmed', notes: [] },
  },
  {
    name: 'a field that the task shows, beside one that it does not',
    send: takes,
    update: { fields: { worker: 'me', logs: ['a'] } },
    outcome: {
      kind: 'pending',
      detail: 'The server accepted the update, and reading the task does not show logs.',
    },
  },
  {
    name: 'a field alone that the task never shows',
    send: ignores,
    update: { fields: { logs: ['a'] } },
    outcome: {
      kind: 'pending',
      detail: 'The server accepted the update, and reading the task does not show logs.',
    },
  },
  {
    name: 'a field alone, and the task does not take it',
    send: ignores,
    update: { fields: { worker: 'me' } },
    outcome: {
      kind: 'pending',
      detail: 'The server accepted the update, and the task does not show it yet.',
    },
  },
  {
    name: 'the status is taken and the field is not',
    send: takesStatusOnly,
    update: { status: 'COMPLETED', fields: { worker: 'me' } },
    outcome: {
      kind: 'unknown',
      detail:
        'The server accepted the update, and the task shows COMPLETED with worker not set: somebody else changed it, before or after the update.',
    },
  },
];

for (const { name, send, update, outcome } of cases) {
  test(name, async () => {
    const world = createFakeWorld();
    world.engine.sendSteps = [send];
    const { updates } = openWindow(world);
    const base = world.engine.task;
    assert.ok(base);

    const submitted = await updates.submit(requestFor(world, { base, update }));

    assert.equal(submitted.kind, 'settled');
    const { after, ...told } = submitted.entry.outcome;
    assert.deepEqual(told, outcome);
    assert.equal(after?.fields?.['worker'], send === takes ? 'me' : null);
  });
}

test('a field that cannot be proven is still said so when it is checked again', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [ignores];
  const { updates } = openWindow(world);
  const base = world.engine.task;
  assert.ok(base);
  const update = { fields: { logs: ['a'] } };
  const submitted = await updates.submit(requestFor(world, { base, update }));
  assert.equal(submitted.kind, 'settled');

  const again = await updates.checkAgain(submitted.entry.id, new AbortController().signal);

  assert.equal(again.outcome.kind, 'pending');
  assert.match(JSON.stringify(again.outcome), /does not show logs/);
});

test('a draft goes when only what no reading shows was sent: it would invite to send twice', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [ignores];
  const { updates, drafts, journal } = openWindow(world);
  const base = world.engine.task;
  assert.ok(base);
  const update = { fields: { logs: ['a'] } };

  await updates.submit(requestFor(world, { base, update }));

  assert.deepEqual(await drafts.list(), []);
  assert.deepEqual(
    (await journal.list(1))[0]?.update,
    update,
    'the journal holds it to send again',
  );
});

test('a draft stays when something that was sent could show and does not', async () => {
  const world = createFakeWorld();
  world.engine.visibleWithinMs = 10_000;
  world.engine.sendSteps = [ignores];
  const { updates, drafts } = openWindow(world);
  const base = world.engine.task;
  assert.ok(base);
  const update = { status: 'COMPLETED', fields: { logs: ['a'] } };

  const submitted = await updates.submit(requestFor(world, { base, update }));

  assert.ok(submitted.kind === 'settled' && submitted.entry.outcome.kind === 'pending');
  assert.equal((await drafts.list()).length, 1);
});

test('a draft stays when the answer was lost, whatever can be shown', async () => {
  const world = createFakeWorld();
  world.engine.sendSteps = [fails(engineError('network'))];
  const { updates, drafts } = openWindow(world);
  const base = world.engine.task;
  assert.ok(base);

  await updates.submit(requestFor(world, { base, update: { fields: { logs: ['a'] } } }));

  assert.equal((await drafts.list()).length, 1);
});
