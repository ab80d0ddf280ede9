import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLine } from '../../../../src/app/taskList/listLine.ts';
import { withStatus } from '../../../../src/app/taskList/markedComment.ts';

test('a status that was missing does not run into the id behind it', () => {
  const line = '#1 {}';
  const parsed = readLine(line);
  assert.ok(parsed !== undefined);

  assert.equal(readLine(withStatus(line, parsed, 'FAILED'))?.id?.text, '1');
});
