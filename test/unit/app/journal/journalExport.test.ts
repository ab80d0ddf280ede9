import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LosslessNumber } from 'lossless-json';
import { exportHead, exportLine } from '../../../../src/app/journal/exportLine.ts';
import type { JournalEntry, Outcome } from '../../../../src/domain/outcome.ts';
import { parseJson } from '../../../../src/domain/json.ts';
import { fakeSnapshot } from '../../../support/fakeEntry.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const digits = '12345678901234567890';
const entry: JournalEntry = {
  id: '1',
  ref: fakeTask.ref,
  connectionName: 'Local',
  workflowName: 'Loan, "big"',
  taskName: '=HYPERLINK("http://x")',
  definition: 'approve_loan',
  update: {
    status: 'COMPLETED',
    output: { kind: 'object', mode: 'merge', value: { n: new LosslessNumber(digits), t: 'ä\n🙂' } },
    reason: '@me',
    fields: { worker: 'w' },
  },
  before: { status: 'IN_PROGRESS', output: undefined },
  startedAt: 1_700_000_000_000,
  tries: [{ at: 1_700_000_000_001, result: '200' }],
  request: { method: 'POST', url: 'http://x/api', headers: { a: '$TOKEN' }, body: '{}' },
  outcome: {
    kind: 'confirmed',
    after: { status: 'COMPLETED', output: { n: new LosslessNumber(digits) }, updatedAt: 1 },
    notes: ['A note.'],
  },
  durationMs: 12,
};

/** The cells of the first record. Every cell stands in quotes, as RFC 4180 has it. */
function cells(record: string): readonly string[] {
  return [...record.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n$)/g)].map(([, text = '']) =>
    text.replaceAll('""', '"'),
  );
}

function row(of: JournalEntry): Readonly<Record<string, string>> {
  const titles = cells(exportHead('csv').slice(1));
  const values = cells(exportLine('csv', of));
  assert.equal(values.length, titles.length);
  return Object.fromEntries(titles.map((title, index) => [title, values[index] ?? '']));
}

test('JSON Lines: one line for an entry, with every digit', () => {
  const line = exportLine('jsonl', entry);

  assert.equal(exportHead('jsonl'), '');
  assert.equal(line.indexOf('\n'), line.length - 1);
  assert.ok(line.includes(`"n":${digits}`));
  assert.deepEqual(parseJson(line), {
    id: '1',
    sentAt: '2023-11-14T22:13:20.000Z',
    connection: 'Local',
    connectionId: 'c1',
    workflow: 'Loan, "big"',
    workflowId: 'loan',
    execution: 'e1',
    task: '=HYPERLINK("http://x")',
    taskId: 't1',
    definition: 'approve_loan',
    update: {
      status: 'COMPLETED',
      outputMode: 'merge',
      output: { n: new LosslessNumber(digits), t: 'ä\n🙂' },
      reason: '@me',
      fields: { worker: 'w' },
    },
    before: { status: 'IN_PROGRESS', output: null },
    outcome: 'confirmed',
    detail: 'A note.',
    after: {
      status: 'COMPLETED',
      output: { n: new LosslessNumber(digits) },
      updatedAt: '1970-01-01T00:00:00.001Z',
    },
    tries: [{ at: '2023-11-14T22:13:20.001Z', result: '200' }],
    durationMs: 12,
    request: { method: 'POST', url: 'http://x/api', headers: { a: '$TOKEN' }, body: '{}' },
  });
});

test('JSON Lines: a task that was stopped is told from one whose status was set', () => {
  const line = exportLine('jsonl', { ...entry, update: { status: 'stopped', stop: true } });

  assert.ok(line.includes('"update":{"status":"stopped","stop":true}'));
});

test('CSV: every cell is quoted, digits are kept, and no cell is run as a formula', () => {
  assert.ok(exportHead('csv').startsWith('\uFEFF"sentAt","connection"'));
  assert.deepEqual(row(entry), {
    sentAt: '2023-11-14T22:13:20.000Z',
    connection: 'Local',
    workflow: 'Loan, "big"',
    execution: 'e1',
    task: '\'=HYPERLINK("http://x")',
    taskId: 't1',
    statusBefore: 'IN_PROGRESS',
    statusSent: 'COMPLETED',
    statusAfter: 'COMPLETED',
    outcome: 'confirmed',
    detail: 'A note.',
    reason: "'@me",
    outputMode: 'merge',
    outputSent: `{"n":${digits},"t":"ä\\n🙂"}`,
    fields: '{"worker":"w"}',
    outputBefore: '',
    outputAfter: `{"n":${digits}}`,
    tries: '1',
    durationMs: '12',
    id: '1',
  });
});

for (const text of [
  '=1',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u0000=1',
  '\u200b@x',
  '＝1',
]) {
  test(`CSV: a text that begins with ${JSON.stringify(text.slice(0, 2))} is made harmless`, () => {
    const output = { kind: 'text', text } as const;

    assert.equal(row({ ...entry, update: { output } })['outputSent'], `'${text}`);
  });
}

const details: readonly (readonly [Outcome | undefined, string, string])[] = [
  [undefined, 'inFlight', ''],
  [{ kind: 'pending', detail: 'Not yet.' }, 'pending', 'Not yet.'],
  [{ kind: 'overtaken', after: fakeSnapshot, detail: 'Now FAILED.' }, 'overtaken', 'Now FAILED.'],
  [{ kind: 'unknown', detail: 'Lost.' }, 'unknown', 'Lost.'],
  [
    { kind: 'notApplied', expected: 'A', actual: 'B', reason: 'Over.' },
    'notApplied',
    'Expected A, found B. Over.',
  ],
  [{ kind: 'notApplied', expected: 'A', actual: 'B' }, 'notApplied', 'Expected A, found B.'],
];

for (const [outcome, word, detail] of details) {
  test(`both formats say what became of it: ${word} ${detail}`, () => {
    const { outcome: _, durationMs: __, ...unsettled } = entry;
    const of = outcome === undefined ? unsettled : { ...unsettled, outcome };

    assert.deepEqual([row(of)['outcome'], row(of)['detail']], [word, detail]);
    assert.ok(exportLine('jsonl', of).includes(`"outcome":"${word}"`));
  });
}

test('a time that no calendar holds does not spoil the export', () => {
  const before = { ...entry.before, updatedAt: 9_223_372_036_854_775_000 };

  assert.ok(
    exportLine('jsonl', { ...entry, before }).includes('"updatedAt":"9223372036854775000"'),
  );
});
