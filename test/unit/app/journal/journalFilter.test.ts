import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createJournal } from '../../../../src/app/journal/journal.ts';
import {
  describeJournalFilter,
  fitsFilter,
  isJournalFiltered,
} from '../../../../src/app/journal/journalFilter.ts';
import type { JournalFilter } from '../../../../src/app/journal/journalFilter.ts';
import { createJournalSearch } from '../../../../src/app/journal/journalSearch.ts';
import type { JournalEntry, Outcome } from '../../../../src/domain/outcome.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { parseJournalFilter } from '../../../../src/app/journal/journalFilter.ts';

const now = 1_700_000_000_000;
const hour = 3_600_000;
const shown = { status: 'COMPLETED', output: {} };
const confirmed: Outcome = { kind: 'confirmed', after: shown, notes: [] };
const pending: Outcome = { kind: 'pending', detail: '' };

function entryOf(id: string, to: Partial<JournalEntry> = {}): JournalEntry {
  return {
    id,
    ref: fakeTask.ref,
    connectionName: 'Local',
    workflowName: 'Loan approval',
    taskName: 'approve',
    definition: 'approve_loan',
    update: { status: 'COMPLETED' },
    before: { status: 'IN_PROGRESS', output: {} },
    startedAt: now - 2 * hour,
    tries: [],
    outcome: confirmed,
    ...to,
  };
}

const cases: readonly (readonly [boolean, JournalFilter])[] = [
  [true, {}],
  [true, { outcomes: [], connections: [] }],
  [true, { outcomes: ['pending', 'confirmed'] }],
  [false, { outcomes: ['pending'] }],
  [true, { connections: ['Local', 'Other'] }],
  [false, { connections: ['Other'] }],
  [true, { sinceHours: 24 }],
  [false, { sinceHours: 1 }],
  [true, { text: 'APPROVE loan' }],
  [true, { text: 'e1 completed' }],
  [false, { text: 'approve pack' }],
  [true, { text: '  ' }],
  [false, { outcomes: ['confirmed'], text: 'pack' }],
];

for (const [isFit, filter] of cases) {
  test(`${JSON.stringify(filter)} ${isFit ? 'lets through' : 'holds back'}`, () => {
    assert.equal(fitsFilter(entryOf('1'), filter, now), isFit);
  });
}

test('an update in flight has no outcome yet', () => {
  const { outcome: _, ...flying } = entryOf('1');

  assert.equal(fitsFilter(flying, { outcomes: ['unknown'] }, now), false);
  assert.equal(fitsFilter(flying, { text: 'loan' }, now), true);
});

test('a filter reads in words', () => {
  assert.equal(
    describeJournalFilter({
      outcomes: ['notApplied', 'unknown'],
      connections: ['Local'],
      sinceHours: 24,
      text: 'loan',
    }),
    'not applied, unknown · Local · last 24 hours · “loan”',
  );
  assert.equal(isJournalFiltered({ outcomes: [], connections: [], text: '' }), false);
  assert.equal(isJournalFiltered({ sinceHours: 1 }), true);
});

async function journalOf(entries: readonly JournalEntry[]) {
  const journal = createJournal({ storage: createFakeStorage(), keep: () => 10_000 });
  for (const entry of entries) await journal.write(entry);
  const reads: string[] = [];
  const counted = {
    ...journal,
    async *entries() {
      for await (const entry of journal.entries()) {
        reads.push(entry.id);
        yield entry;
      }
    },
  };
  return { journal, counted, reads };
}

test('a search finds the newest that fit, however far back, and reads no further', async () => {
  const many = Array.from({ length: 600 }, (_, index) =>
    entryOf(String(1000 + index), { taskName: index < 3 ? 'pack' : 'approve' }),
  );
  const { journal, counted, reads } = await journalOf(many);
  const search = createJournalSearch(counted, createFakeClock(now), { text: 'pack' });

  const idsOf = async (limit: number) => (await search(limit)).map(({ id }) => id);
  assert.deepEqual(await idsOf(2), ['1002', '1001']);
  assert.equal(reads.at(-1), '1000');
  await journal.write(entryOf('2000', { taskName: 'pack' }));
  assert.deepEqual(await idsOf(10), ['2000', '1002', '1001', '1000']);
  reads.length = 0;

  assert.deepEqual(await idsOf(1), ['2000']);
  assert.deepEqual(reads, ['2000', '1599']);
});

test('what is pending may fit later', async () => {
  const { journal, counted } = await journalOf([entryOf('1', { outcome: pending })]);
  const search = createJournalSearch(counted, createFakeClock(now), { outcomes: ['confirmed'] });
  assert.deepEqual(await search(10), []);

  await journal.write(entryOf('1'));

  assert.deepEqual(await search(10), [entryOf('1')]);
});

test('without a filter only what is shown is read', async () => {
  const { counted, reads } = await journalOf([entryOf('1'), entryOf('2')]);

  assert.deepEqual(await createJournalSearch(counted, createFakeClock(now), {})(1), [entryOf('2')]);
  assert.deepEqual(reads, []);
});

test('a kept filter of another version is read as far as it can be', () => {
  const kept = {
    outcomes: ['confirmed', 'lost'],
    connections: ['A', null],
    sinceHours: 1,
    text: 'x',
  };

  assert.deepEqual(parseJournalFilter(kept), {
    outcomes: ['confirmed'],
    connections: ['A'],
    sinceHours: 1,
    text: 'x',
  });
  for (const odd of [undefined, null, 5, { outcomes: 'confirmed', connections: {} }]) {
    assert.deepEqual(parseJournalFilter(odd), {});
  }
});
