import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../../../src/app/drafts/drafts.ts';
import type { OutputChange } from '../../../../src/domain/taskUpdate.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';
import type { FakeWorld } from '../../../support/fakeWorld.ts';

const written: OutputChange = { kind: 'object', mode: 'merge', value: { amount: 3 } };
const draft: Omit<Draft, 'savedAt'> = {
  ref: fakeTask.ref,
  connectionName: 'Local',
  taskName: 'approve',
  text: '{ "amount": 3 }',
  base: { output: { amount: 1 } },
};

/** Somebody wrote 2 after the draft was begun. The new window knows only that value. */
async function send(world: FakeWorld, output: OutputChange | undefined) {
  const task = { ...fakeTask, output: { amount: 2 } };
  world.engine.task = task;
  await openWindow(world).updates.submit(
    requestFor(world, {
      base: task,
      update: { status: 'COMPLETED', ...(output === undefined ? {} : { output }) },
    }),
  );
}

test('what changed since a draft was begun is asked about, also in a window that was opened later', async () => {
  const world = createFakeWorld();
  await openWindow(world).drafts.write(draft);
  await send(world, written);

  const [question] = world.questions;
  assert.deepEqual(question?.changes, [
    { what: 'output', from: '{"amount":1}', to: '{"amount":2}' },
  ]);
  assert.equal(question?.overwrites, true);
  assert.deepEqual(question?.base.output, { amount: 1 });
});

test('a draft says nothing about another output, or about none', async () => {
  for (const other of [undefined, { ...written, value: { rate: 4 } }]) {
    const world = createFakeWorld();
    await openWindow(world).drafts.write(draft);
    await send(world, other);

    assert.deepEqual(world.questions, []);
  }
});

test('what is typed first keeps what was seen then, however often it is sent', async () => {
  const world = createFakeWorld();
  world.engine.task = { ...fakeTask, output: { amount: 2 } };
  world.answer = 'cancel';
  const base = { ...fakeTask, output: { amount: 1 } };
  const request = requestFor(world, { base, update: { status: 'COMPLETED', output: written } });
  await openWindow(world).updates.submit(request);
  await openWindow(world).updates.submit({ ...request, base: world.engine.task });

  const [kept] = await openWindow(world).drafts.list();
  assert.deepEqual(kept?.base, { output: { amount: 1 } });
  assert.equal(world.questions.length, 2);
});

test('a draft that is handed in is read once more only, before it is removed', async () => {
  const world = createFakeWorld();
  const reads: string[] = [];
  const { read } = world.storage;
  world.storage.read = async (key) => {
    if (key.startsWith('drafts/')) reads.push(key);
    return read(key);
  };
  const { drafts, updates } = openWindow(world);
  const held = await drafts.write(draft);
  const update = { status: 'COMPLETED', output: written };
  const submitted = await updates.submit(requestFor(world, { update, draft: held }));

  assert.equal(submitted.kind === 'settled' && submitted.entry.outcome.kind, 'confirmed');
  assert.equal(reads.length, 1);
  assert.equal(await drafts.read(fakeTask.ref), undefined);
});

test('what is typed on while an update is sent outlives a draft that was handed in', async () => {
  const world = createFakeWorld();
  const { drafts, updates } = openWindow(world);
  const held = await drafts.write(draft);
  const update = { status: 'COMPLETED', output: written };
  await updates.submit({
    ...requestFor(world, { update, draft: held, review: true }),
    ask: async () => {
      await drafts.write({ ...held, text: '{ "amount": 4 }' });
      return 'send';
    },
  });

  assert.equal((await drafts.read(fakeTask.ref))?.text, '{ "amount": 4 }');
});
