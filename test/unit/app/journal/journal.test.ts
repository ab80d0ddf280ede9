import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createJournal } from '../../../../src/app/journal/journal.ts';
import type { JournalEntry, Outcome } from '../../../../src/domain/outcome.ts';
import {
  fakeConfirmed as confirmed,
  fakeEntry as entry,
  fakeSnapshot as snapshot,
} from '../../../support/fakeEntry.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { entryLine } from '../../../../src/app/journal/entryLine.ts';
import { fakeConfirmed, fakeEntry } from '../../../support/fakeEntry.ts';
import { readSegment } from '../../../../src/app/journal/readSegment.ts';

const outcomes: readonly Outcome[] = [
  confirmed,
  { kind: 'pending', detail: 'd' },
  { kind: 'overtaken', after: snapshot, detail: 'd' },
  { kind: 'pending', after: snapshot, detail: 'd' },
  { kind: 'pending', after: { ...snapshot, fields: { a: 's', b: 1, c: null } }, detail: 'd' },
  { kind: 'notApplied', expected: 'A', actual: 'B', reason: 'r', after: snapshot },
  { kind: 'notApplied', expected: 'A', actual: 'B' },
  {
    kind: 'unknown',
    after: { ...snapshot, output: 'text', reason: 'r', updatedAt: 1 },
    detail: 'd',
  },
];

for (const outcome of [undefined, ...outcomes]) {
  test(`an entry comes back as it was written, to the digit: ${outcome?.kind ?? 'in flight'}`, async () => {
    const storage = createFakeStorage();
    const written = entry('1', outcome);

    await createJournal({ storage, keep: () => 10 }).write(written);

    const journal = createJournal({ storage, keep: () => 10 });
    assert.deepEqual(await journal.read('1'), written);
    assert.deepEqual(await journal.list(10), [written]);
    assert.deepEqual(await journal.inFlight(), outcome === undefined ? [written] : []);
  });
}

test('the list is newest first, in flight or not, and as long as asked for', async () => {
  const journal = createJournal({ storage: createFakeStorage(), keep: () => 10 });
  for (const id of ['2', '1', '4', '3']) {
    await journal.write(entry(id, id === '3' ? undefined : confirmed));
  }

  const ids = async (limit: number) => (await journal.list(limit)).map(({ id }) => id);

  assert.deepEqual(await ids(10), ['4', '3', '2', '1']);
  assert.deepEqual(await ids(2), ['4', '3']);
  assert.deepEqual(await ids(0), []);
});

const corrupt = [
  '',
  '{',
  'null',
  '[]',
  '{"id":"9"}',
  JSON.stringify({ ...entry('9'), tries: [1] }),
  JSON.stringify({ ...entry('9'), ref: { task: 't' } }),
  JSON.stringify({ ...entry('9'), before: {} }),
  JSON.stringify({ ...entry('9'), definition: 1 }),
  JSON.stringify({ ...entry('9'), request: { method: 'POST', url: 'u', headers: { a: 1 } } }),
  JSON.stringify({ ...entry('9'), update: { output: { kind: 'object' } } }),
  JSON.stringify({ ...entry('9'), expected: ['COMPLETED'] }),
  JSON.stringify({ ...entry('9'), outcome: { kind: 'confirmed' } }),
  JSON.stringify({ ...entry('9'), outcome: { kind: 'new', detail: '' } }),
  JSON.stringify({ ...entry('9'), outcome: { kind: 'unknown', detail: '', after: {} } }),
];

for (const text of corrupt) {
  test(`a corrupt document is skipped: ${text.slice(0, 20)}… (${text.length})`, async () => {
    const storage = createFakeStorage();
    const journal = createJournal({ storage, keep: () => 10 });
    await journal.write(entry('1', confirmed));
    storage.documents.set('journal/9', text);
    storage.documents.set('inFlight/8', text);

    assert.deepEqual(
      (await journal.list(1)).map(({ id }) => id),
      ['1'],
    );
    assert.equal(await journal.read('9'), undefined);
    assert.deepEqual(await journal.inFlight(), []);
  });
}

test('the oldest settled entries go first, and none in flight ever', async () => {
  const storage = createFakeStorage();
  const keep = 3;
  const journal = createJournal({ storage, keep: () => keep });
  await journal.write(entry('0'));
  for (const id of ['1', '2', '3', '4', '5']) await journal.write(entry(id, confirmed));

  assert.deepEqual(
    (await journal.list(10)).map(({ id }) => id),
    ['5', '4', '3', '0'],
  );
});

test('a limit that was lowered, and entries of another window, count', async () => {
  const storage = createFakeStorage();
  const other = createJournal({ storage, keep: () => 100 });
  for (const id of ['1', '2', '3', '4']) await other.write(entry(id, confirmed));

  const journal = createJournal({ storage, keep: () => 2 });
  await Promise.all([journal.write(entry('5', confirmed)), journal.write(entry('6', confirmed))]);

  assert.deepEqual(
    (await journal.list(10)).map(({ id }) => id),
    ['6', '5'],
  );
});

test('by bytes too the oldest go first, and the newest stays whatever its size', async () => {
  const storage = createFakeStorage();
  const size = JSON.stringify(entry('1', confirmed)).length;
  const journal = createJournal({ storage, keep: () => 100, keepBytes: size * 3.5 });
  const ids = async () => (await journal.list(10)).map(({ id }) => id);

  await journal.write(entry('0'));
  for (const id of ['1', '2', '3', '4', '5']) await journal.write(entry(id, confirmed));
  assert.deepEqual(await ids(), ['5', '4', '3', '0']);

  const large = { ...entry('6', confirmed), taskName: 'x'.repeat(size * 4) };
  await journal.write(large);
  assert.deepEqual(await ids(), ['6', '0']);
});

test('a thousand writes look at the whole folder now and then, not each time', async () => {
  const storage = createFakeStorage();
  let looks = 0;
  const { keys } = storage;
  storage.keys = (prefix) => {
    if (prefix === 'journal/') looks += 1;
    return keys(prefix);
  };
  const journal = createJournal({ storage, keep: () => 200 });

  for (let id = 1000; id < 2000; id += 1) await journal.write(entry(String(id), confirmed));

  assert.ok(looks > 1 && looks <= 100, `${looks} looks`);
  const kept = await journal.list(Infinity);
  assert.ok(kept.length >= 200 && kept.length <= 210, `${kept.length} kept`);
  assert.equal(kept[0]?.id, '1999');
});

test('what this window writes is told to those who listen', async () => {
  const journal = createJournal({ storage: createFakeStorage(), keep: () => 10 });
  const told: JournalEntry[] = [];
  const stop = journal.onDidWrite((written) => void told.push(written));

  await journal.write(entry('1'));
  await journal.write(entry('1', confirmed));
  stop();
  await journal.write(entry('2'));

  assert.deepEqual(told, [entry('1'), entry('1', confirmed)]);
});

test('clearing leaves what is in flight', async () => {
  const journal = createJournal({ storage: createFakeStorage(), keep: () => 10 });
  await journal.write(entry('1', confirmed));
  await journal.write(entry('2'));

  await journal.clear();

  assert.deepEqual(await journal.list(10), [entry('2')]);
});

test('what is settled stays cleared while its log goes on', async () => {
  const journal = createJournal({ storage: createFakeStorage(), keep: () => 100 });
  for (const id of ['1', '2', '3']) await journal.write(entry(id));
  await journal.write(entry('1', confirmed));
  await journal.write(entry('2', { kind: 'pending', detail: 'd' }));
  await journal.clear();
  assert.deepEqual(await journal.list(10), [entry('3')]);

  await journal.write(entry('4', confirmed));
  await journal.write(entry('3', confirmed));

  assert.deepEqual(await journal.list(10), [entry('4', confirmed), entry('3', confirmed)]);
  assert.deepEqual(await journal.inFlight(), []);
});

test('of the next state only what differs is added', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 10 });
  const inFlight = entry('1');
  await journal.write(inFlight);
  const tried = { ...inFlight, tries: [{ at: 1, result: '429' }] };
  await journal.write(tried);

  const text = storage.documents.get('inFlight/1') ?? '';
  assert.equal(text.split('"connectionName"').length, 2, 'the name stands there once');
  assert.deepEqual(await journal.read('1'), tried);
});

test('a line that a full disk cut off takes nothing along, before or after it', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 10 });
  const inFlight = entry('1');
  await journal.write(inFlight);
  const { append } = storage;
  storage.append = async (key, text) => {
    await append.call(storage, key, text.slice(0, 20));
    throw new Error('disk full');
  };
  await assert.rejects(journal.write({ ...inFlight, tries: [{ at: 1, result: '429' }] }));
  assert.deepEqual(await journal.inFlight(), [inFlight]);
  storage.append = append;

  await journal.write({ ...inFlight, tries: [] });
  assert.deepEqual(await journal.read('1'), { ...inFlight, tries: [] });
  await journal.write({ ...inFlight, tries: [], outcome: confirmed });
  assert.deepEqual(await journal.read('1'), { ...inFlight, tries: [], outcome: confirmed });
});

test('an outcome that a full disk cut off leaves the entry in flight, and the one before it', async () => {
  const storage = createFakeStorage();
  const journal = createJournal({ storage, keep: () => 10 });
  await journal.write(entry('1', { kind: 'pending', detail: 'd' }));
  await journal.write(entry('2'));
  const { append } = storage;
  storage.append = async (key, text) => {
    await append.call(storage, key, text.slice(0, 200));
    throw new Error('disk full');
  };
  await assert.rejects(journal.write(entry('1', confirmed)));
  await assert.rejects(journal.write(entry('2', confirmed)));

  assert.deepEqual(await journal.list(10), [
    entry('2'),
    entry('1', { kind: 'pending', detail: 'd' }),
  ]);
  assert.deepEqual(await journal.inFlight(), [entry('2')]);
});

test('listeners hear of every change', async () => {
  const journal = createJournal({ storage: createFakeStorage(), keep: () => 10 });
  let heard = 0;
  const stop = journal.onDidChange(() => {
    heard += 1;
  });

  await journal.write(entry('1'));
  await journal.write(entry('1', confirmed));
  await journal.clear();
  stop();
  await journal.clear();

  assert.equal(heard, 3);
});

test('a line whose outcome cannot be shown is skipped, and the others are read', () => {
  const good = fakeEntry('1-1-w', fakeConfirmed);
  const line = entryLine(
    fakeEntry('1-2-w', { kind: 'notApplied', expected: 'A', actual: 'B', reason: 'no' }),
  );
  const odd = [
    line.replace('"no"', '{}'),
    line.replace('"mode":"merge"', '"mode":[]'),
    line.replace('"durationMs":12', '"durationMs":{}'),
    entryLine({ ...good, id: '1-2-w' }).replace('["n"]', '[5]'),
  ];

  for (const one of odd) {
    assert.deepEqual([...readSegment(one + entryLine(good)).keys()], ['1-1-w'], one);
  }
});
