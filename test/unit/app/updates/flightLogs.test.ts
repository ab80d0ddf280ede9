import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createJournal } from '../../../../src/app/updates/journal.ts';
import { fakeConfirmed as confirmed, fakeEntry as entry } from '../../../support/fakeEntry.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';

test('an entry that another window settled is in flight no more, cleared or not', async () => {
  const storage = createFakeStorage();
  const owner = createJournal({ storage, keep: () => 10 });
  const other = createJournal({ storage, keep: () => 10 });
  await owner.write(entry('1'));
  await owner.write(entry('2'));

  await other.write(entry('1', { kind: 'unknown', detail: 'd' }));
  assert.deepEqual(await owner.inFlight(), [entry('2')]);
  await other.clear();
  assert.deepEqual(await owner.ids(), ['2']);

  await owner.write({ ...entry('1'), tries: [{ at: 2, result: '200' }] });
  await owner.write(entry('1', confirmed));
  assert.deepEqual(await owner.read('1'), entry('1', confirmed));
});

test('a log goes with its last entry, and takes none when it is old or long', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 10 });
  const logs = () => [...storage.documents.keys()].filter((key) => key.startsWith('inFlight/'));
  const first = entry('1');
  await journal.write(first);
  await journal.write({ ...entry('2'), startedAt: first.startedAt + 60_000 });
  assert.deepEqual(logs(), ['inFlight/1']);
  await journal.write({ ...entry('3'), startedAt: first.startedAt + 60_001 });
  await journal.write({ ...entry('4', undefined), startedAt: first.startedAt - 1 });
  assert.deepEqual(logs(), ['inFlight/1', 'inFlight/3', 'inFlight/4']);
  const long = { ...entry('5'), startedAt: first.startedAt - 1, taskName: 'x'.repeat(1024 * 1024) };
  await journal.write(long);
  await journal.write({ ...entry('6'), startedAt: first.startedAt - 1 });
  assert.deepEqual(logs(), ['inFlight/1', 'inFlight/3', 'inFlight/4', 'inFlight/6']);

  for (const id of ['1', '3', '4', '6']) await journal.write(entry(id, confirmed));
  assert.deepEqual(logs(), ['inFlight/1', 'inFlight/4']);
  for (const id of ['2', '5']) await journal.write(entry(id, confirmed));
  assert.deepEqual(logs(), []);
});

test('logs of windows that are gone are removed when nothing of them is in flight', async () => {
  const storage = createFakeStorage();
  const gone = createJournal({ storage, keep: () => 10 });
  const made = 1_700_000_000_000;
  const [done, open] = [`${made}-000001-a`, `${made + 1}-000001-b`];
  await gone.write(entry(done));
  await gone.write(entry(`${made}-000002-a`));
  await createJournal({ storage, keep: () => 10 }).write(entry(open));
  const journal = createJournal({ storage, keep: () => 10 });
  await journal.write(entry(done, confirmed));
  await journal.write(entry(`${made}-000002-a`, confirmed));
  const logs = () => storage.keys('inFlight/');

  await journal.tidy(made + 599_999);
  assert.equal((await logs()).length, 2, 'its window may still add to it');
  await journal.tidy(made + 700_000);

  assert.deepEqual(await logs(), [`inFlight/${open}`]);
  assert.deepEqual(await journal.inFlight(), [entry(open)]);
});

test('a first line that a full disk cut off leaves nothing behind', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 10 });
  storage.afterWrite = async () => {
    throw new Error('disk full');
  };

  await assert.rejects(journal.write(entry('1')), /disk full/);

  assert.deepEqual([...storage.documents.keys()], []);
});

test('an entry that another window settled is whole when its own window is done with it', async () => {
  const storage = createFakeStorage();
  const own = createJournal({ storage, keep: () => 10 });
  const inFlight = entry('1');
  await own.write(inFlight);
  await createJournal({ storage, keep: () => 10 }).write({
    ...inFlight,
    outcome: { kind: 'unknown', detail: 'd' },
  });

  const tried = { ...inFlight, tries: [{ at: 1, result: '429' }] };
  await own.write(tried);
  await own.write({ ...tried, outcome: confirmed });

  const later = createJournal({ storage, keep: () => 10 });
  assert.deepEqual(await later.list(10), [{ ...tried, outcome: confirmed }]);
  assert.deepEqual(await later.inFlight(), []);
});
