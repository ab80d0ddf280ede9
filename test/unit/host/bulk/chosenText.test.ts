import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenText } from '../../../../src/host/bulk/chosenText.ts';
import { conductor, xpander } from './twoEngines.ts';

test('a mixed selection is reduced to the tasks, and says so', () => {
  const chosen = { tasks: [conductor, xpander], rows: 5 };

  assert.equal(
    chosenText(chosen, 2, 'complete'),
    '2 of 5 selected rows are tasks that can be completed',
  );
  assert.equal(chosenText({ ...chosen, rows: 2 }, 2, 'complete'), undefined);
});
