import assert from 'node:assert/strict';
import { test } from 'node:test';

import { verdictOf } from '../../../../src/app/updates/verdict.ts';
import { expectations } from '../../../../src/engines/xpander/expectations.ts';

const words = (before: string, status?: string) =>
  expectations(before, status === undefined ? {} : { status }).map((one) => one.status);

test('a task that is set to be over shows just that', () => {
  for (const status of ['completed', 'failed', 'error', 'stopped', 'paused']) {
    assert.deepEqual(words('executing', status), [status]);
  }
});

test('what a worker may do next counts as applied, and is said', () => {
  const [plain, ...next] = expectations('paused', { status: 'pending' });

  assert.deepEqual(plain, { status: 'pending' });
  assert.ok(next.some((one) => one.status === 'executing'));
  assert.ok(next.every((one) => one.note !== undefined));
});

test('a task that is as it was proves nothing; one that went on and stands there again does', () => {
  for (const before of ['completed', 'failed', 'error', 'paused', 'executing']) {
    for (const status of ['pending', 'executing'].filter((word) => word !== before)) {
      const expected = expectations(before, { status });
      const held = { status: before, output: undefined, fields: { last_executed_node_id: 'n1' } };
      const further = { ...held, fields: { last_executed_node_id: 'n2' } };
      const claim = { before: held, update: { status }, expected };
      const verdict = expected.some((one) => one.status === before) ? 'applied' : 'contradicted';

      assert.equal(verdictOf(claim, 'accepted', held).kind, 'notYet', `${before} ${status}`);
      assert.equal(verdictOf(claim, 'accepted', further).kind, verdict, `${before} ${status}`);
    }
  }
});

test('without a status a task keeps its own, or runs on', () => {
  assert.deepEqual(words('paused'), ['paused']);
  assert.deepEqual(words('executing').slice(0, 2), ['executing', 'completed']);
});

test('a status that nobody knows is expected as it is', () => {
  assert.deepEqual(words('dreaming'), ['dreaming']);
});
