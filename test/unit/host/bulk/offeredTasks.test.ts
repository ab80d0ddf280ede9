import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDrafts } from '../../../../src/app/drafts/drafts.ts';
import { offeredTasks } from '../../../../src/host/bulk/offeredTasks.ts';
import { taskNumber } from '../../../support/bulkItems.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { createFakeStorage } from '../../../support/fakeStorage.ts';
import { fakeConnection } from '../../../support/fakeTask.ts';

const [first, second, third] = [1, 2, 3].map((number) => taskNumber(number));
assert.ok(first && second && third);

test('a task whose draft came from a link is never one of many', async () => {
  const drafts = createDrafts({ storage: createFakeStorage(), clock: createFakeClock() });
  const draft = { connectionName: 'Shop', taskName: 'approve', text: '{"a": 1}' };
  await drafts.write({ ...draft, ref: first.ref, fromLink: true });
  await drafts.write({ ...draft, ref: second.ref });

  const offered = await offeredTasks({ drafts, connections: { find: () => fakeConnection } }, [
    first,
    second,
    third,
  ]);

  assert.match(offered[0]?.options.unavailable ?? '', /came from a link/);
  assert.deepEqual(offered.slice(1), [second, third]);
});

test('a connection that is read only is the reason that is told', async () => {
  const drafts = createDrafts({ storage: createFakeStorage(), clock: createFakeClock() });
  await drafts.write({ ref: first.ref, connectionName: 'S', taskName: 'a', fromLink: true });
  const connections = { find: () => ({ ...fakeConnection, readOnly: true }) };

  const [only] = await offeredTasks({ drafts, connections }, [first]);
  assert.match(only?.options.unavailable ?? '', /read-only: set readOnly to false/);
});
