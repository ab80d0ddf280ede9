import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BulkResult } from '../../../../src/app/bulk/bulkItem.ts';
import type { Outcome } from '../../../../src/domain/outcome.ts';
import {
  openOf,
  resultLines,
  unappliedOf,
  withNewer,
} from '../../../../src/host/bulk/resultLines.ts';
import type { BulkReport } from '../../../../src/host/bulk/resultLines.ts';
import {
  resultCsv,
  resultMarkdown,
  resultSummary,
  resultText,
} from '../../../../src/host/bulk/resultText.ts';
import { confirmedBy, itemsOf, taskNumber } from '../../../support/bulkItems.ts';
import { engineError } from '../../../support/fakeEngine.ts';

const [item] = itemsOf(1);
assert.ok(item);

function settled(outcome: Outcome): BulkResult {
  assert.ok(item);
  const submitted = confirmedBy(item);
  assert.ok(submitted.kind === 'settled');
  return { item, kind: 'settled', entry: { ...submitted.entry, outcome } };
}

const completed = { status: 'COMPLETED', output: {} };
const report: BulkReport = {
  title: 'Complete 8 tasks',
  startedAt: 0,
  results: [
    settled({ kind: 'confirmed', after: completed, notes: [] }),
    settled({ kind: 'notApplied', expected: 'COMPLETED', actual: 'IN_PROGRESS', reason: 'No.' }),
    settled({
      kind: 'overtaken',
      after: { ...completed, status: 'FAILED' },
      detail: 'Now FAILED.',
    }),
    settled({ kind: 'pending', detail: 'Not visible yet.' }),
    settled({ kind: 'unknown', detail: 'The answer was lost.' }),
    { item, kind: 'invalid', problems: [{ message: 'It is busy.' }] },
    {
      item,
      kind: 'changed',
      changes: [{ what: 'worker', from: 'nobody', to: 'ann' }],
      now: { ...item.base, status: 'SCHEDULED' },
    },
    { item, kind: 'notSent', reason: 'Cancelled before it was sent.' },
    { item, kind: 'failed', error: engineError('network') },
  ],
  refused: [{ item, reason: 'It is over.' }],
  leftOut: [item],
};

test('each task has a line, those to look at first, below the counts', () => {
  const text = resultText(
    report.title,
    'today',
    resultLines(report, () => 'Local'),
  );

  assert.equal(
    text,
    [
      'Complete 8 tasks, today',
      '',
      '1  unknown       sent, and what became of it cannot be told; reading again may settle it',
      '1  overtaken     applied, and somebody changed the task after it',
      '1  pending       accepted, and not visible yet',
      '1  not applied   refused or not sent, and the task does not show it',
      '1  changed       somebody changed the task meanwhile, so nothing was sent',
      '1  not read      the task could not be read, so nothing was sent',
      '1  invalid       the task as it is now does not take it, so nothing was sent',
      '1  not sent      its turn did not come',
      '1  not possible  was not sent, as the review said',
      '1  left out      was unchecked in the review',
      '1  confirmed     the engine shows it',
      '',
      'OUTCOME       STATUS                   TASK     WORKFLOW  REASON',
      'unknown       IN_PROGRESS              approve  loan      The answer was lost.',
      'overtaken     IN_PROGRESS → FAILED     approve  loan      Now FAILED.',
      'pending       IN_PROGRESS              approve  loan      Not visible yet.',
      'not applied   IN_PROGRESS              approve  loan      Expected COMPLETED, found IN_PROGRESS. No.',
      'changed       IN_PROGRESS → SCHEDULED  approve  loan      Since you looked, worker: nobody → ann.',
      'not read      IN_PROGRESS              approve  loan      server says network.',
      'invalid       IN_PROGRESS              approve  loan      It is busy.',
      'not sent      IN_PROGRESS              approve  loan      Cancelled before it was sent.',
      'not possible  IN_PROGRESS              approve  loan      It is over.',
      'left out      IN_PROGRESS              approve  loan',
      'confirmed     IN_PROGRESS → COMPLETED  approve  loan',
      '',
    ].join('\n'),
  );
});

test('only what is proven not to be applied is retried; only what is open is read again', () => {
  assert.deepEqual(
    unappliedOf(report).map((result) => result.kind),
    ['settled', 'invalid', 'changed', 'notSent', 'failed'],
  );
  assert.deepEqual(
    openOf(report).map((result) => result.entry.outcome.kind),
    ['pending', 'unknown'],
  );
});

test('what a retry confirmed is not offered for a retry again', () => {
  const [refused] = unappliedOf(report).filter(({ kind }) => kind === 'invalid');
  const confirmed = report.results.find(
    (result) => result.kind === 'settled' && result.entry.outcome.kind === 'confirmed',
  );
  assert.ok(refused && confirmed);
  const alone = { ...report, results: [refused] };

  const later = withNewer(alone, [{ ...confirmed, item: refused.item }]);
  assert.deepEqual(unappliedOf(later), []);
  assert.match(resultSummary(resultLines(later, () => 'Local')), /^1 confirmed/);
  const another = { ...refused.item, base: taskNumber(99) };
  assert.deepEqual(withNewer(alone, [{ ...confirmed, item: another }]), alone);
});

test('the connection has a column where there are several', () => {
  const other = { item: { ...item, base: taskNumber(2, 'c2') }, reason: 'It is over.' };
  const lines = resultLines({ ...report, refused: [other] }, (id) => id.toUpperCase());

  assert.match(resultText('x', 'today', lines), /WORKFLOW {2}CONNECTION {2}REASON/);
});

test('the summary begins with the good news', () => {
  const lines = resultLines({ ...report, refused: [], leftOut: [] }, () => 'Local');

  assert.match(resultSummary(lines), /^1 confirmed, 1 not sent, .* 1 unknown$/);
});

test('hostile names neither break a table nor run as a formula', () => {
  const name = '=cmd|"x"\n<b>';
  const base = { ...item.base, name };
  const lines = resultLines(
    { ...report, results: [], leftOut: [], refused: [{ item: { ...item, base }, reason: '' }] },
    () => 'L',
  );

  assert.match(resultMarkdown('t', lines), /\| =cmd\\\|"x" \\<b\\> \|/);
  assert.match(resultCsv(lines), /"'=cmd\|""x"" <b>"/);
  assert.equal(resultText('t', 'now', lines).split('\n').length, 7);
});
