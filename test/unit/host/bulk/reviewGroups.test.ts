import assert from 'node:assert/strict';
import { test } from 'node:test';
import { productionNames, reviewGroups } from '../../../../src/host/bulk/reviewGroups.ts';
import { reviewText } from '../../../../src/host/bulk/reviewText.ts';
import { itemsOf } from '../../../support/bulkItems.ts';
import { fakeConnection } from '../../../support/fakeTask.ts';

const connectionOf = (id: string) =>
  id === 'c1'
    ? fakeConnection
    : { ...fakeConnection, id, name: 'Live', environment: 'production' as const };
const items = [...itemsOf(2), ...itemsOf(1, 'p1')];

test('tasks stand below their connection, each with what is sent and what it causes', () => {
  const [first] = items;
  assert.ok(first);
  const output = { kind: 'object', mode: 'merge', value: { by: 'me' } } as const;
  const groups = reviewGroups(
    [{ ...first, update: { ...first.update, output } }, ...items.slice(1)],
    connectionOf,
  );

  assert.deepEqual(
    groups.map(({ label, lines }) => [label, lines.length]),
    [
      ['Local', 2],
      ['Live (production)', 1],
    ],
  );
  assert.equal(groups[0]?.lines[0]?.status, 'IN_PROGRESS → COMPLETED');
  assert.equal(
    groups[0]?.lines[0]?.effect,
    'Output: adds by. The workflow goes on. A worker may overwrite this.',
  );
});

test('what stops a workflow stands out', () => {
  const [first, second] = itemsOf(2);
  assert.ok(first && second);
  const [group] = reviewGroups([{ ...first, update: { status: 'FAILED' } }, second], connectionOf);

  assert.deepEqual(
    group?.lines.map(({ isGrave }) => isGrave),
    [true, false],
  );
});

test('production is named for the last question, and only where something is sent there', () => {
  assert.deepEqual(productionNames(items, connectionOf), ['Live']);
  assert.deepEqual(productionNames(itemsOf(2), connectionOf), []);
});

test('the review is a document as well', () => {
  const refused = [{ name: 'ship', workflow: 'loan', reason: 'It is over.' }];
  const text = reviewText('Complete 3 tasks', reviewGroups(items, connectionOf), refused);

  assert.match(
    text,
    /^Complete 3 tasks\nNothing was sent yet\.\n\nLocal \(2 tasks\)\napprove  loan  /,
  );
  assert.match(text, /Not possible \(1 task\)\nship  loan  It is over\.\n$/);
});
