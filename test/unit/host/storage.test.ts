import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
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

const modeOf = (...names: readonly string[]) => statSync(join(root, ...names)).mode & 0o777;

test('only the person may read what is written', async () => {
  const storage = createFileStorage(root);

  await storage.write('own/1', 'draft');
  await storage.append('ownLog/1', 'sent');

  assert.deepEqual([modeOf('own'), modeOf('ownLog')], [0o700, 0o700]);
  assert.deepEqual([modeOf('own', 'MQ.json'), modeOf('ownLog', 'MQ.json')], [0o600, 0o600]);
});

test('what an earlier version left open to all is closed with the first write', async () => {
  for (const folder of ['open', 'openLog']) {
    mkdirSync(join(root, folder), { recursive: true });
    for (const name of ['MQ.json', 'Mg.json']) writeFileSync(join(root, folder, name), 'old');
    chmodSync(join(root, folder), 0o755);
    chmodSync(join(root, folder, 'MQ.json'), 0o644);
    chmodSync(join(root, folder, 'Mg.json'), 0o644);
  }
  chmodSync(root, 0o755);
  const storage = createFileStorage(root);

  await storage.write('open/1', 'new');
  await storage.append('openLog/1', 'new');

  assert.equal(modeOf(), 0o700);
  for (const folder of ['open', 'openLog']) {
    assert.equal(modeOf(folder), 0o700);
    assert.deepEqual([modeOf(folder, 'MQ.json'), modeOf(folder, 'Mg.json')], [0o600, 0o600]);
  }
});

test('a file that a crash left aside is removed later, but never what another window writes', async () => {
  mkdirSync(join(root, 'aside'), { recursive: true });
  const leave = (name: string, seconds: number) => {
    writeFileSync(join(root, 'aside', name), '{"ha');
    const at = new Date(Date.now() - seconds * 1000);
    utimesSync(join(root, 'aside', name), at, at);
  };
  leave('MQ.json.1-1.tmp', 120);
  leave('MQ.json.2-1.tmp', 30);
  leave('Mg.json', 120);

  assert.deepEqual(await createFileStorage(root).keys('aside/'), ['aside/2']);

  assert.deepEqual(readdirSync(join(root, 'aside')).sort(), ['MQ.json.2-1.tmp', 'Mg.json']);
});

test('a document is replaced as a whole, never written over', async () => {
  const storage = createFileStorage(root);
  await storage.write('whole/1', 'the old text');
  // A second name for the old file shows if it is written to.
  linkSync(join(root, 'whole', 'MQ.json'), join(root, 'old text'));

  await storage.write('whole/1', 'new');

  assert.equal(readFileSync(join(root, 'old text'), 'utf8'), 'the old text');
  assert.equal(await storage.read('whole/1'), 'new');
});
