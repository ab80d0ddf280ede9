import assert from 'node:assert/strict';
import { test } from 'node:test';
import { executionTitle, shortId } from '../../../src/domain/executionTitle.ts';

const ref = { connection: 'c', workflow: 'orders', task: '7f0c2b1a-1111-4222-8333-944445555666' };

test('an execution is named by its correlation id and its short id', () => {
  const execution = '5c1f2a9b-1111-4222-8333-944445555666';
  assert.equal(
    executionTitle({ ref: { ...ref, execution }, correlationId: 'A-1052' }),
    'A-1052 (5c1f2a9b)',
  );
  assert.equal(executionTitle({ ref: { ...ref, execution } }), '5c1f2a9b');
});

test('where an engine has no executions, the task itself is named', () => {
  assert.equal(executionTitle({ ref }), '7f0c2b1a');
});

test('ids that begin with the time are told apart by their end', () => {
  const [first, second] = [
    '0199aaaa-bbbb-7ccc-8ddd-eeeeeeee0001',
    '0199aaaa-bbbb-7ccc-8ddd-eeeeeeee0002',
  ];
  assert.notEqual(shortId(first), shortId(second));
  assert.equal(shortId('short-id-12'), 'short-id-12');
});
