import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createFileStorage } from '../../../src/host/storage.ts';

const root = mkdtempSync(join(tmpdir(), 'wt-storage-'));
after(() => rmSync(root, { recursive: true, force: true }));

test('what was written is there, also for another window', async () => {
  const key = 'drafts/c 1/../../x:é*?/100%';
  await createFileStorage(root).write(key, 'one');
  await createFileStorage(root).write(key, 'two');

  const other = createFileStorage(root);

  assert.equal(await other.read(key), 'two');
  assert.deepEqual(await other.keys('drafts/'), [key]);
  assert.equal(await other.size(key), 3);
  assert.deepEqual(readdirSync(root), ['drafts'], 'no key leaves its folder');
});

test('a write is done before anybody else has a turn', async () => {
  const storage = createFileStorage(root);

  void storage.write('journal/1', 'sent');

  assert.deepEqual(readdirSync(join(root, 'journal')).length, 1);
  assert.ok(readdirSync(join(root, 'journal'))[0]?.endsWith('.json'));
});

test('a document grows before anybody else has a turn', async () => {
  const storage = createFileStorage(root);

  void storage.append('growing/1', 'one');
  void storage.append('growing/1', 'two');

  assert.equal(readdirSync(join(root, 'growing')).length, 1);
  assert.equal(await storage.read('growing/1'), 'onetwo');
});

test('what a crash left aside is no document', async () => {
  const storage = createFileStorage(root);
  await storage.write('inFlight/1', 'whole');
  writeFileSync(join(root, 'inFlight', 'MQ.json.1-1.tmp'), '{"ha');

  assert.deepEqual(await storage.keys('inFlight/'), ['inFlight/1']);
});

test('a write that fails leaves nothing aside', async () => {
  const storage = createFileStorage(root);
  await storage.write('failing/1', 'whole');
  rmSync(join(root, 'failing', 'MQ.json'));
  mkdirSync(join(root, 'failing', 'MQ.json', 'in the way'), { recursive: true });

  await assert.rejects(storage.write('failing/1', 'again'));

  assert.deepEqual(readdirSync(join(root, 'failing')), ['MQ.json']);
});

test('what is not there is undefined, and removing it is no failure', async () => {
  const storage = createFileStorage(root);

  await storage.remove('none/1');

  assert.equal(await storage.read('none/1'), undefined);
  assert.deepEqual(await storage.keys('none/'), []);
  assert.equal(await storage.size('none/1'), 0);
});
