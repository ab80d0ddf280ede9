import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mismatches, unseenFields } from '../../../../src/app/verify/expectation.ts';
import { compare } from '../../../../src/app/verify/comparison.ts';
import { parseJson } from '../../../../src/domain/json.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import { snapshotOf } from '../../../../src/domain/snapshot.ts';
import type { Output } from '../../../../src/domain/task.ts';
import type { OutputChange, TaskUpdate } from '../../../../src/domain/taskUpdate.ts';
import { fakeTask } from '../../../support/fakeTask.ts';

const before = { status: 'IN_PROGRESS', output: {} };
const expected = [{ status: 'COMPLETED' }];

const object = (json: string) => parseJson(json) as JsonObject;
const merge = (json: string): OutputChange => ({
  kind: 'object',
  mode: 'merge',
  value: object(json),
});
const replace = (json: string): OutputChange => ({
  kind: 'object',
  mode: 'replace',
  value: object(json),
});
const text = (words: string): OutputChange => ({ kind: 'text', text: words });

/** The output sent, the output of the task, and whether it shows the update. */
const outputs: readonly (readonly [sent: OutputChange, held: Output, holds: boolean])[] = [
  [merge('{"a":1}'), object('{"a":1,"b":2}'), true],
  [merge('{"a":1}'), object('{"a":2}'), false],
  [merge('{"a":1}'), object('{"b":1}'), false],
  [merge('{"a":{"x":1}}'), object('{"a":{"x":1,"y":2}}'), false],
  [merge('{"a":null}'), object('{"a":null}'), true],
  [merge('{"a":null}'), object('{}'), false],
  [merge('{"a":1}'), undefined, false],
  [merge('{"a":1}'), 'a', false],
  [merge('{}'), undefined, true],
  [merge('{"a":1.0,"b":1e2}'), object('{"b":100.0,"a":1}'), true],
  [merge('{"a":1.12345678901234567890}'), object('{"a":1.1234567890123457}'), true],
  [merge('{"a":1.2}'), object('{"a":1.3}'), false],
  [merge('{"a":12345678901234567890}'), object('{"a":12345678901234567890}'), true],
  [replace('{"a":1}'), object('{"a":1}'), true],
  [replace('{"a":1}'), object('{"a":1,"b":2}'), false],
  [replace('{}'), undefined, true],
  [replace('{}'), object('{"a":1}'), false],
  [text('done'), 'done', true],
  [text('done'), 'done.', false],
  [text('done'), undefined, false],
  [text(''), undefined, true],
];

for (const [sent, held, holds] of outputs) {
  const words = `${JSON.stringify(sent)} ${holds ? 'shows' : 'does not show'} in ${JSON.stringify(held)}`;
  test(words, () => {
    const update: TaskUpdate = { status: 'COMPLETED', output: sent };
    const found = mismatches({ before, update, expected }, { status: 'COMPLETED', output: held });
    assert.deepEqual(
      found.map(({ what }) => what),
      holds ? [] : ['output'],
    );
  });
}

const reasons: readonly (readonly [sent: string, held: string | undefined, holds: boolean])[] = [
  ['no stock', 'no stock', true],
  ['no stock at all', 'no stock', true],
  ['no stock at all', 'no stock…', true],
  ['no stock at all', 'no stock ...', true],
  ['no stock', 'no stock (by w7)', true],
  ['no stock', 'other', false],
  ['no stock', '', false],
  ['no stock', '...', false],
  ['no stock', undefined, false],
  ['', undefined, true],
];

for (const [sent, held, holds] of reasons) {
  test(`the reason "${sent}" ${holds ? 'shows' : 'does not show'} in "${held}"`, () => {
    const update: TaskUpdate = { status: 'COMPLETED', reason: sent };
    const shown = {
      status: 'COMPLETED',
      output: {},
      ...(held === undefined ? {} : { reason: held }),
    };
    const found = mismatches({ before, update, expected }, shown);
    assert.deepEqual(
      found.map(({ what }) => what),
      holds ? [] : ['reason'],
    );
  });
}

test('only fields that could be read before are compared', () => {
  const sent: TaskUpdate = { fields: { source: 'a', cursor: 'n2', wait: 1.0, log: ['x'] } };
  const shown = { status: 'COMPLETED', output: {}, fields: { source: 'a', cursor: 'n1', wait: 1 } };
  const expectation = { before: { ...shown, status: 'IN_PROGRESS' }, update: sent, expected };

  assert.deepEqual(mismatches(expectation, shown), [
    { what: 'field', expected: 'cursor "n2"', actual: 'cursor "n1"' },
  ]);
  assert.deepEqual(unseenFields(expectation), ['log']);
});

test('an entry of a time when no fields were kept compares none', () => {
  const expectation = { before, update: { fields: { source: 'a' } }, expected };

  assert.deepEqual(mismatches(expectation, { status: 'COMPLETED', output: {} }), []);
  assert.deepEqual(unseenFields(expectation), ['source']);
});

test('a task that is over is read with the fields that it offered before', () => {
  const now = { ...fakeTask, engineFields: { worker: 'w7', other: true } };
  const over = { ...now, options: { ...fakeTask.options, unavailable: 'Over.', fields: [] } };

  assert.deepEqual(snapshotOf(over, snapshotOf(fakeTask)).fields, { worker: 'w7' });
  assert.deepEqual(snapshotOf(fakeTask).fields, { worker: null });
  assert.equal(snapshotOf(over).fields, undefined);
});

test('a number that the engine rounded is told', () => {
  const update: TaskUpdate = { output: merge('{"a":1.12345678901234567890}') };
  const after = { status: 'COMPLETED', output: object('{"a":1.1234567890123457}') };

  assert.deepEqual(compare({ before, update, expected }, { answered: 'accepted' }, after), {
    kind: 'applied',
    notes: ['The engine rounded a number of the output.'],
  });
});

test('where a worker may go on at once, an output that changed though none was sent is told', () => {
  const update: TaskUpdate = { status: 'executing' };
  const after = { status: 'completed', output: 'done' };
  const goesOn = [{ status: 'executing' }, { status: 'completed', mayGoOn: true }] as const;

  assert.deepEqual(compare({ before, update, expected: goesOn }, { answered: 'accepted' }, after), {
    kind: 'applied',
    notes: ['The output changed as well, though none was sent.'],
  });
});

test('an output that the engine keeps apart is no proof against the update', () => {
  const expectation = {
    before,
    expected,
    update: { status: 'COMPLETED', output: merge('{"a":1}') },
  };
  const hidden = { status: 'COMPLETED', output: {}, isOutputHidden: true };

  const comparison = compare(expectation, { answered: 'accepted' }, hidden);

  assert.equal(comparison.kind, 'applied');
  assert.match(
    comparison.kind === 'applied' ? comparison.notes.join() : '',
    /could not be compared/,
  );
  assert.equal(
    compare(expectation, { answered: 'accepted' }, { ...hidden, status: 'FAILED' }).kind,
    'contradicted',
  );
});
