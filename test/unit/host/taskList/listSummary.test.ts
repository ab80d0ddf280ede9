import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listSummary, summaryLenses } from '../../../../src/host/taskList/listSummary.ts';
import { listOf, read, taskOf } from '../../app/taskList/sampleList.ts';

const lenses = (text: string) =>
  summaryLenses(listSummary(read(text, listOf(taskOf('1'), taskOf('2'))))).map(
    ({ title }) => title,
  );

test('the line above a list counts what would be sent, and what cannot', () => {
  assert.deepEqual(lenses('IN_PROGRESS #1'), [
    'No Changes Yet',
    '$(refresh) Refresh',
    '$(trash) Discard',
  ]);
  assert.deepEqual(lenses('COMPLETED #1\nNONSENSE #2').slice(0, 2), [
    '$(send) Review and Send 1 Change…',
    '$(error) 1 Line Cannot Be Sent',
  ]);
  assert.equal(lenses('fail #1\nfail #2')[0], '$(send) Review and Send 2 Changes…');
});
