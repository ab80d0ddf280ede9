import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compare } from '../../../../../src/app/verify/comparison.ts';
import { expectedStatuses } from '../../../../../src/engines/xpander/update/expectedStatuses.ts';

const words = (before: string, status?: string) =>
  expectedStatuses(before, status === undefined ? {} : { status }).map((one) => one.status);

test('a task that is set to a final status shows that status', () => {
  for (const status of ['completed', 'failed', 'error', 'stopped', 'paused']) {
    assert.deepEqual(words('executing', status), [status]);
  }
});

test('what a worker may do next counts as applied, and is said', () => {
  const [plain, ...next] = expectedStatuses('paused', { status: 'pending' });

  assert.deepEqual(plain, { status: 'pending', mayGoOn: true });
  assert.ok(next.some((one) => one.status === 'executing'));
  assert.ok(next.every((one) => one.note !== undefined));
});

test('an unchanged task proves nothing; one that went on and returned to its status does', () => {
  for (const before of ['completed', 'failed', 'error', 'paused', 'executing']) {
    for (const status of ['pending', 'executing'].filter((word) => word !== before)) {
      const expected = expectedStatuses(before, { status });
      const held = { status: before, output: undefined, fields: { last_executed_node_id: 'n1' } };
      const further = { ...held, fields: { last_executed_node_id: 'n2' } };
      const claim = { before: held, update: { status }, expected };
      const verdict = expected.some((one) => one.status === before) ? 'applied' : 'contradicted';

      assert.equal(
        compare(claim, { answered: 'accepted' }, held).kind,
        'notYet',
        `${before} ${status}`,
      );
      assert.equal(
        compare(claim, { answered: 'accepted' }, further).kind,
        verdict,
        `${before} ${status}`,
      );
    }
  }
});

test('without a status a task keeps its own, or continues', () => {
  assert.deepEqual(words('paused'), ['paused']);
  assert.deepEqual(words('executing').slice(0, 2), ['executing', 'completed']);
});

test('an unknown status is expected unchanged', () => {
  assert.deepEqual(words('dreaming'), ['dreaming']);
});
