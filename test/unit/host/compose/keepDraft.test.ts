import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDrafts } from '../../../../src/app/drafts/drafts.ts';
import { keepDraft, keepWritten } from '../../../../src/host/compose/keepDraft.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

function draftWorld() {
  const drafts = createDrafts({ storage: createFakeStorage(), clock: createFakeClock() });
  const deps = { drafts, connections: { find: () => undefined } };
  return {
    drafts,
    keep: keepDraft.bind(undefined, deps),
    leave: keepWritten.bind(undefined, deps),
  };
}

test('sending without output does not throw a written output away', async () => {
  const { drafts, keep } = draftWorld();
  await keep(fakeTask, { status: 'COMPLETED', text: '{ // mine\n}' });
  await keep(fakeTask, { status: 'FAILED', reason: 'late' });
  const draft = await drafts.read(fakeTask.ref);

  assert.equal(draft?.text, '{ // mine\n}');
  assert.equal(draft?.status, 'FAILED');
  assert.equal(draft?.reason, 'late');
});

test('what was taken out on purpose stays out', async () => {
  const { drafts, keep } = draftWorld();
  await keep(fakeTask, { text: '{}', reason: 'late' });
  await keep(fakeTask, { text: '', reason: '' });
  const draft = await drafts.read(fakeTask.ref);

  assert.equal(draft?.text, '');
  assert.equal(draft?.reason, '');
});

test('nothing typed is no draft', async () => {
  const { drafts, keep } = draftWorld();
  await keep(fakeTask, {});

  assert.equal(await drafts.read(fakeTask.ref), undefined);
});

test('whoever leaves after picking a status leaves no draft', async () => {
  const { drafts, leave } = draftWorld();
  await leave(fakeTask, { status: 'FAILED' });

  assert.equal(await drafts.read(fakeTask.ref), undefined);
});

test('whoever leaves after writing something finds it again, with the status', async () => {
  const { drafts, leave } = draftWorld();
  await leave(fakeTask, { status: 'FAILED', reason: 'late' });
  await leave(fakeTask, { status: 'COMPLETED' });
  const draft = await drafts.read(fakeTask.ref);

  assert.equal(draft?.status, 'COMPLETED');
  assert.equal(draft?.reason, 'late');
});
