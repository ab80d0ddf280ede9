import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineError } from '../../../../src/domain/engineError.ts';
import type { BulkResult } from '../../../../src/app/bulk/bulkItem.ts';
import type { JournalEntry, Outcome } from '../../../../src/domain/outcome.ts';
import { journalLines, sentLine } from '../../../../src/host/taskList/sentLine.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { listOf, taskOf } from '../../app/taskList/sampleList.ts';

test('what became of an update is one sentence on its line', () => {
  const item = { base: fakeTask, update: { status: 'COMPLETED' } };
  const settled = (outcome: Outcome): BulkResult => ({
    kind: 'settled',
    item,
    entry: {
      id: 'e',
      ref: fakeTask.ref,
      connectionName: 'Shop',
      taskName: 'approve',
      update: item.update,
      before: { status: 'IN_PROGRESS', output: {} },
      startedAt: 0,
      tries: [],
      outcome,
    },
  });
  const after = { status: 'COMPLETED', output: {} };
  const cases: readonly (readonly [BulkResult, string, string])[] = [
    [settled({ kind: 'confirmed', after, notes: [] }), 'confirmed', 'confirmed'],
    [
      settled({ kind: 'overtaken', after, detail: 'Now FAILED.' }),
      'overtaken',
      'overtaken: Now FAILED.',
    ],
    [settled({ kind: 'pending', detail: 'not visible yet' }), 'open', 'pending: not visible yet'],
    [
      settled({ kind: 'notApplied', expected: 'A', actual: 'B', reason: 'line\nbreak' }),
      'notApplied',
      'not applied, expected A, found B: line break',
    ],
    [
      { kind: 'changed', item, changes: [{ what: 'status', from: 'A', to: 'B' }], now: fakeTask },
      'notApplied',
      'not sent: somebody changed it meanwhile (status A → B)',
    ],
    [{ kind: 'invalid', item, problems: [{ message: 'No.' }] }, 'notApplied', 'not sent: No.'],
    [{ kind: 'notSent', item, reason: 'Cancelled.' }, 'notApplied', 'not sent: Cancelled.'],
    [
      {
        kind: 'failed',
        item,
        error: new EngineError('network', 'refused', { nothingApplied: true }),
      },
      'notApplied',
      'not sent: refused',
    ],
  ];
  for (const [result, kind, words] of cases) {
    const line = sentLine(result);
    assert.equal(line.became.kind, kind);
    assert.ok(line.sentence.startsWith(words), line.sentence);
  }
});

test('the journal tells what became of updates since the list was made, the newest of each task', () => {
  const at = (startedAt: number, status: string, outcome?: Outcome): JournalEntry => ({
    id: String(startedAt),
    ref: fakeTask.ref,
    connectionName: 'Shop',
    taskName: 'approve',
    update: { status },
    before: { status: 'IN_PROGRESS', output: {} },
    startedAt,
    tries: [],
    ...(outcome === undefined ? {} : { outcome }),
  });
  const confirmed: Outcome = { kind: 'confirmed', after: { status: 'A', output: {} }, notes: [] };
  const list = { ...listOf(taskOf('1')), readAt: 100 };
  const entries = [at(300, 'FLYING'), at(250, 'NEW', confirmed), at(200, 'OLD', confirmed)];

  assert.deepEqual(
    journalLines(entries, list).map(({ update }) => update.status),
    ['NEW'],
  );
  assert.deepEqual(journalLines(entries, { ...list, markedAt: 260 }), []);
  assert.deepEqual(journalLines(entries, { ...list, readAt: 260 }), []);
});
