import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineError } from '../../../../src/domain/engineError.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { documentWorld } from './documentWorld.ts';

test('a document opens with what the engine holds, with one request', async () => {
  const { read, held, tasks } = documentWorld();
  tasks.latest(fakeTask.ref);

  assert.equal(await read(), '{\n  "a": 1\n}\n');
  assert.equal(await read(), '{\n  "a": 1\n}\n');
  assert.equal(held.reads, 1);
});

test('saving keeps the draft, which is what the document opens with from then on', async () => {
  const { read, content, path, drafts } = documentWorld();
  await read();
  await content.write('k', path, new TextEncoder().encode('{ // mine\n}'));

  assert.equal(await read(), '{ // mine\n}');
  assert.equal((await drafts.read(fakeTask.ref))?.text, '{ // mine\n}');
});

test('a draft opens even where the task cannot be read', async () => {
  const { read, drafts, held } = documentWorld();
  held.error = new EngineError('network', 'down', { nothingApplied: true });
  await drafts.write({ ref: fakeTask.ref, connectionName: 'c', taskName: 'n', text: '{}' });

  assert.equal(await read(), '{}');
});

test('the file grows newer only when its text changes', async () => {
  const { content, path, clock, drafts } = documentWorld();
  const first = await content.read('k', path);
  clock.pass(1000);
  const same = await content.read('k', path);
  await drafts.write({ ref: fakeTask.ref, connectionName: 'c', taskName: 'n', text: '{"b":2}' });
  const isMoved = await content.hasMoved('k', path);
  const next = await content.read('k', path);

  assert.equal(same?.mtime, first?.mtime);
  assert.equal(isMoved, true);
  assert.ok((next?.mtime ?? 0) > (first?.mtime ?? 0));
});

test('a save that comes after its text was confirmed brings no draft back', async () => {
  const { content, path, drafts } = documentWorld();
  const write = (text: string) => content.write('k', path, new TextEncoder().encode(text));
  const release = content.suspendSaves('k', '{"sent":1}');

  await write('{"sent":1}');
  assert.equal(await drafts.read(fakeTask.ref), undefined);

  await write('{"sent":1,"more":2}');
  assert.equal((await drafts.read(fakeTask.ref))?.text, '{"sent":1,"more":2}');

  release();
  await write('{"sent":1}');
  assert.equal((await drafts.read(fakeTask.ref))?.text, '{"sent":1}');
});

test('what is saved in a text document is known to be text', async () => {
  const { content, path, drafts } = documentWorld();
  const text = { ...path, workflowName: 'Loans', kind: 'text' } as const;
  await content.write('k', text, new TextEncoder().encode('Approved.'));

  const draft = await drafts.read(fakeTask.ref);

  assert.deepEqual([draft?.kind, draft?.workflowName], ['text', 'Loans']);
});
