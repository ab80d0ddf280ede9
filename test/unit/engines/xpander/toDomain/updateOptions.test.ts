import assert from 'node:assert/strict';
import { test } from 'node:test';

import { statusFor } from '../../../../../src/domain/taskUpdate.ts';
import {
  updateOptions,
  type Situation,
} from '../../../../../src/engines/xpander/toDomain/updateOptions.ts';
import { statusWords } from '../../../../../src/engines/xpander/toDomain/taskStatus.ts';

const situation = (status: string, more: Partial<Situation> = {}) =>
  updateOptions({ status, hasEnded: false, isWorkflow: false, ...more });

for (const status of statusWords) {
  test(`a task that is ${status} is offered all seven statuses, each with its effect`, () => {
    const { statuses, unavailable } = situation(status);

    assert.equal(unavailable, undefined);
    assert.deepEqual(statuses.map((option) => option.status).sort(), [...statusWords].sort());
    assert.ok(statuses.every((option) => option.effect.endsWith('.')));
  });
}

for (const status of ['pending', 'executing', 'paused', 'dreaming']) {
  test(`a task that is ${status} has ✓ for completed and ✗ for failed`, () => {
    const options = situation(status);

    assert.equal(statusFor(options, 'complete')?.status, 'completed');
    assert.equal(statusFor(options, 'fail')?.status, 'failed');
  });
}

for (const status of ['completed', 'failed', 'error', 'stopped']) {
  test(`a task that is ${status} has no ✓ and ✗, and can be opened again knowingly`, () => {
    const options = situation(status);
    const reopen = options.statuses.find((option) => option.status === 'executing');

    assert.deepEqual(
      options.statuses.flatMap((option) => option.role ?? []),
      [],
    );
    assert.match(reopen?.effect ?? '', /open again/);
    assert.match(options.warnings.join(), /is over/);
  });
}

test('the present status keeps the task as it is', () => {
  const option = statusFor(situation('paused'), 'save');

  assert.equal(option?.status, 'paused');
  assert.match(option?.effect ?? '', /^It stays paused/);
});

test('ending a workflow’s run badly needs a confirmation, ending an agent’s task does not', () => {
  const asked = (isWorkflow: boolean, status = 'paused') =>
    situation(status, { isWorkflow })
      .statuses.filter((option) => option.stopsWorkflow === true)
      .map((option) => option.status);

  assert.deepEqual(asked(true), ['failed', 'error', 'stopped']);
  assert.deepEqual(asked(false), []);
  assert.deepEqual(asked(true, 'completed'), []);
});

const warnings: readonly (readonly [string, Partial<Situation>, RegExp])[] = [
  ['executing', {}, /overwrites what you send/],
  ['pending', {}, /overwrite what you send/],
  ['paused', { waitNode: 'n-ask' }, /approval at the node n-ask/],
  ['paused', { connector: 'Gmail' }, /sign in to Gmail/],
  ['paused', { wantsJson: true }, /JSON/],
  ['dreaming', {}, /unknown here/],
];

for (const [status, more, expected] of warnings) {
  test(`warns of a ${status} task: ${expected.source}`, () => {
    const given = situation(status, more).warnings;

    assert.equal(given.length, 1);
    assert.match(given[0] ?? '', expected);
  });
}

test('a plain paused task has no warnings', () => {
  assert.deepEqual(situation('paused').warnings, []);
});

test('takes a text as output and the three fields of the vendor', () => {
  const { output, fields, reasonLimit } = situation('paused');

  assert.equal(output?.kind, 'text');
  assert.equal(reasonLimit, undefined);
  assert.deepEqual(
    fields.map(({ key, kind }) => [key, kind]),
    [
      ['tool_call_payload_extension', 'object'],
      ['source', 'text'],
      ['last_executed_node_id', 'text'],
    ],
  );
});
