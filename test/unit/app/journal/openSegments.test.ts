import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createJournal } from '../../../../src/app/journal/journal.ts';
import { fakeConfirmed as confirmed, fakeEntry as entry } from '../../../support/fakeEntry.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';

test('an entry that another window settled is in flight no more, cleared or not', async () => {
  const storage = createFakeStorage();
  const owner = createJournal({ storage, keep: () => 100 });
  const other = createJournal({ storage, keep: () => 100 });
  await owner.write(entry('1'));
  await owner.write(entry('2'));

  await other.write(entry('1', { kind: 'unknown', detail: 'd' }));
  assert.deepEqual(await owner.inFlight(), [entry('2')]);
  await other.clear();
  assert.deepEqual(await owner.list(10), [entry('2')]);

  await owner.write({ ...entry('1'), tries: [{ at: 2, result: '200' }] });
  await owner.write(entry('1', confirmed));
  assert.deepEqual(await owner.read('1'), entry('1', confirmed));
});

test('a log is settled with its last entry, and takes none when it is old, long or full', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 60 });
  const first = entry('1');
  const begin = (id: string, laterMs: number, taskName = 'approve') =>
    journal.write({ ...entry(id), taskName, startedAt: first.startedAt + laterMs });
  await begin('1', 0);
  await begin('2', 60_000);
  assert.deepEqual(await storage.keys('inFlight/'), ['inFlight/1']);
  await begin('3', 60_001);
  await begin('4', 0, 'x'.repeat(1024 * 1024));
  await begin('5', 0);
  for (const id of ['6', '7', '8']) await begin(id, 1);
  const logs = ['1', '3', '4', '5', '8'];
  assert.deepEqual(
    await storage.keys('inFlight/'),
    logs.map((id) => `inFlight/${id}`),
  );

  for (const id of logs) await journal.write(entry(id, confirmed));
  assert.deepEqual(await storage.keys('inFlight/'), ['inFlight/1', 'inFlight/5']);
  for (const id of ['2', '7', '6']) await journal.write(entry(id, confirmed));
  assert.deepEqual(await storage.keys('inFlight/'), []);
  const settled = ['journal/3', 'journal/4', 'journal/8', 'journal/1+2', 'journal/5+3'];
  assert.deepEqual(await storage.keys('journal/'), settled);
  const all = await journal.list(Infinity);
  assert.deepEqual(
    all.map(({ id }) => id),
    ['8', '7', '6', '5', '4', '3', '2', '1'],
  );
  assert.deepEqual(await journal.read('7'), entry('7', confirmed));
});

test('what was settled is found in its log when it is settled anew', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 100 });
  const pending = { kind: 'pending', detail: 'd' } as const;
  for (const id of ['1', '2']) await journal.write(entry(id));
  for (const id of ['1', '2']) await journal.write(entry(id, pending));

  const later = createJournal({ storage, keep: () => 100 });
  await later.write(entry('2', confirmed));
  await later.write(entry('3', confirmed));

  assert.deepEqual([...storage.documents.keys()], ['journal/1+2', 'journal/3']);
  const all = [entry('3', confirmed), entry('2', confirmed), entry('1', pending)];
  assert.deepEqual(await later.list(10), all);
});

test('logs of several windows are one list, each entry once', async () => {
  const storage = createFakeStorage();
  const windows = ['a', 'b'].map(() => createJournal({ storage, keep: () => 100 }));
  const made = 1_700_000_000_000;
  const idOf = (laterMs: number) => `${made + laterMs}-000001-${laterMs % 2 === 0 ? 'a' : 'b'}`;
  for (const laterMs of [0, 1, 30_000, 30_001, 90_000, 90_001, 200_000, 400_001]) {
    const startedAt = made + laterMs;
    await windows[laterMs % 2]?.write({ ...entry(idOf(laterMs)), startedAt });
  }
  storage.documents.set(`journal/${idOf(0)}`, storage.documents.get(`inFlight/${idOf(0)}`) ?? '');

  const ids = (await createJournal({ storage, keep: () => 100 }).list(10)).map(({ id }) => id);

  assert.equal(ids.length, 8);
  assert.deepEqual(ids, [...ids].sort().reverse());
});

test('what windows left that are gone goes to the rest when nothing of it is in flight', async () => {
  const storage = createFakeStorage();
  const made = 1_700_000_000_000;
  const [one, two, open] = [`${made}-000001-a`, `${made}-000002-a`, `${made}-000001-b`];
  const gone = createJournal({ storage, keep: () => 100 });
  await gone.write(entry(one));
  await gone.write(entry(two));
  await createJournal({ storage, keep: () => 100 }).write(entry(open));
  const torn = `inFlight/${made}-000001-c`;
  storage.documents.set(torn, '\n{"id":"tor');
  const journal = createJournal({ storage, keep: () => 100 });
  for (const id of [one, two]) await journal.write(entry(id, confirmed));

  await journal.adoptOrphans(made + 599_999);
  assert.equal((await storage.keys('inFlight/')).length, 3, 'a window may still add to them');
  await journal.adoptOrphans(made + 600_000);

  assert.deepEqual(await storage.keys('inFlight/'), [`inFlight/${open}`]);
  assert.deepEqual(await storage.keys('journal/'), [`journal/${one}+2`]);
  assert.deepEqual(await journal.inFlight(), [entry(open)]);
  assert.equal((await journal.list(10)).length, 3);
});

test('a first line that a full disk cut off leaves nothing behind', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 100 });
  storage.afterWrite = async () => {
    throw new Error('disk full');
  };

  await assert.rejects(journal.write(entry('1')), /disk full/);

  assert.deepEqual([...storage.documents.keys()], []);
});

test('an entry that another window settled is whole when its own window is done with it', async () => {
  const storage = createFakeStorage();
  const own = createJournal({ storage, keep: () => 100 });
  const inFlight = entry('1');
  await own.write(inFlight);
  await createJournal({ storage, keep: () => 100 }).write({
    ...inFlight,
    outcome: { kind: 'unknown', detail: 'd' },
  });

  const tried = { ...inFlight, tries: [{ at: 1, result: '429' }] };
  await own.write(tried);
  await own.write({ ...tried, outcome: confirmed });

  const later = createJournal({ storage, keep: () => 100 });
  assert.deepEqual(await later.list(10), [{ ...tried, outcome: confirmed }]);
  assert.deepEqual(await later.inFlight(), []);
});

test('what is not asked for is not read', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 100 });
  const made = 1_700_000_000_000;
  for (let minute = 0; minute < 10; minute += 1) {
    await journal.write(entry(`${made + minute * 60_000}-000001-a`, confirmed));
  }
  const reads: string[] = [];
  const { read } = storage;
  storage.read = (key) => {
    reads.push(key);
    return read(key);
  };

  assert.equal((await journal.list(2)).length, 2);

  assert.ok(reads.length <= 4, `${reads.length} of 10 logs were read`);
});

test('an entry is found by its id in a segment that is named after a later one', async () => {
  const storage = createFakeStorage();
  const made = 1_700_000_000_000;
  const ids = [2, 1, 3].map((count) => `${made + count}-00000${count}-a`);
  for (const folder of ['inFlight/', 'journal/']) {
    const writer = createJournal({ storage, keep: () => 100 });
    for (const id of ids) await writer.write(entry(id));
    if (folder === 'journal/') for (const id of ids) await writer.write(entry(id, confirmed));
    assert.equal((await storage.keys(folder)).length, 1);

    const journal = createJournal({ storage, keep: () => 100 });
    for (const id of ids) assert.equal((await journal.read(id))?.id, id, folder);
    storage.documents.clear();
  }
});

test('one segment is read for an entry where ids are in order, however many there are', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 1_000 });
  const made = 1_700_000_000_000;
  const idOf = (second: number) => `${made + second * 1_000}-${String(second).padStart(6, '0')}-a`;
  for (let second = 0; second < 300; second += 1)
    await journal.write(entry(idOf(second), confirmed));
  let reads = 0;
  const { read } = storage;
  storage.read = (key) => {
    reads += 1;
    return read(key);
  };

  assert.equal((await journal.read(idOf(200)))?.id, idOf(200));
  assert.equal(reads, 1);
  assert.equal(await journal.read(idOf(400)), undefined);
  assert.equal(reads, 1, 'nothing was sent within a minute of it');
});
