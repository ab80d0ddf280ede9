import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDrafts } from '../../../../src/app/drafts/drafts.ts';
import type { Draft } from '../../../../src/app/drafts/drafts.ts';
import { createDraftKeeper } from '../../../../src/host/compose/draftKeeper.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

function keeperWorld(before?: Draft) {
  const drafts = createDrafts({ storage: createFakeStorage(), clock: createFakeClock() });
  const written: string[] = [];
  const warnings: string[] = [];
  const slow = {
    ...drafts,
    write: async (draft: Omit<Draft, 'savedAt'>) => {
      if (draft.text === 'refused') throw new Error('The disk is full.');
      written.push(draft.text ?? '');
      return drafts.write(draft);
    },
  };
  const keeper = createDraftKeeper(
    {
      drafts: slow,
      connections: { find: () => undefined },
      log: { warn: (message) => warnings.push(message) },
    },
    fakeTask,
    before,
  );
  return { drafts, keeper, written, warnings };
}

test('every key is kept, and where writing is slower only the newest is written', async () => {
  const { drafts, keeper, written } = keeperWorld();
  for (const text of ['a', 'ab', 'abc', 'abcd']) keeper.keep({ text });
  await keeper.done();

  assert.equal((await drafts.read(fakeTask.ref))?.text, 'abcd');
  assert.deepEqual(written, ['a', 'abcd']);
});

test('what was typed and taken out again leaves no draft', async () => {
  const { drafts, keeper } = keeperWorld();
  keeper.keep({ status: 'FAILED', reason: 'l' });
  await keeper.done();
  keeper.keep({ status: 'FAILED' });
  await keeper.done();

  assert.equal(await drafts.read(fakeTask.ref), undefined);
});

test('what the earlier draft holds beside it stays', async () => {
  const before = {
    ref: fakeTask.ref,
    connectionName: 'Shop',
    taskName: fakeTask.name,
    text: '{ // mine\n}',
    savedAt: 1,
  };
  const { drafts, keeper } = keeperWorld(before);
  keeper.keep({ reason: 'late' });
  keeper.keep({});
  await keeper.done();

  assert.equal((await drafts.read(fakeTask.ref))?.text, '{ // mine\n}');
});

test('a draft that cannot be written is told to the log, and the next one is tried', async () => {
  const { drafts, keeper, warnings } = keeperWorld();
  keeper.keep({ text: 'refused' });
  keeper.keep({ text: 'taken' });
  await keeper.done();

  assert.equal((await drafts.read(fakeTask.ref))?.text, 'taken');
  assert.equal(warnings.length, 1);
});

test('what is saved in the task’s document meanwhile is not put back by a box beside it', async () => {
  const before = {
    ref: fakeTask.ref,
    connectionName: 'Shop',
    taskName: fakeTask.name,
    text: '{ "before": 1 }',
    savedAt: 1,
  };
  for (const [begun, kept] of [
    [undefined, { reason: 'late' }],
    [before, { reason: 'late' }],
    [before, { text: before.text, reason: 'late' }],
  ] as const) {
    const { drafts, keeper } = keeperWorld(begun);
    await drafts.write({ ...before, text: '{ "meanwhile": 2 }' });
    keeper.keep(kept);
    await keeper.done();
    keeper.keep({});
    await keeper.done();

    assert.equal((await drafts.read(fakeTask.ref))?.text, '{ "meanwhile": 2 }');
  }
});
