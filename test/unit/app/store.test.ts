import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConnections } from '../../../src/app/connections.ts';
import { createStore } from '../../../src/app/store.ts';
import { listFilter } from '../../../src/app/viewFilter.ts';
import type { ExecutionFilter } from '../../../src/domain/execution.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { createFakeEngine } from '../../support/fakeEngine.ts';
import { fakeConnection } from '../../support/fakeTask.ts';

test('the quiet refresh goes on with a filter on time', async () => {
  const clock = createFakeClock();
  const asked: ExecutionFilter[] = [];
  const engine = {
    ...createFakeEngine(clock),
    listExecutions: async (filter: ExecutionFilter) => {
      asked.push(filter);
      const id = `x${asked.length}`;
      const status = { status: 'RUNNING', state: 'running', terminal: false } as const;
      return { items: [{ id, workflow: 'orders', ...status }] };
    },
  };
  const connections = createConnections({
    saved: () => [fakeConnection],
    onDidChangeSaved: () => () => undefined,
    createEngine: async () => engine,
  });
  const store = createStore(connections, () => 50, clock);
  let changes = 0;
  store.onDidChange(() => void (changes += 1));
  const filter = listFilter({ sinceHours: 24 }, 'orders');
  const list = { connection: fakeConnection.id, filter };
  await store.executions(list.connection, filter);

  for (const _ of [1, 2, 3]) {
    clock.pass(60_000);
    await store.reread({ lists: [list], executions: [] });
  }

  assert.equal(changes, 3);
  assert.equal(asked.length, 4);
  assert.equal((await store.executions(list.connection, filter)).items[0]?.id, 'x4');
});
