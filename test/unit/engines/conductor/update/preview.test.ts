import { strict as assert } from 'node:assert';
import { after, test } from 'node:test';

import { createConductorEngine } from '../../../../../src/engines/conductor/conductorEngine.ts';
import { createNodeTransport } from '../../../../../src/http/nodeTransport.ts';
import { createConductorClient, task } from '../../../../support/conductorClient.ts';
import { startMock } from '../../../../support/startMock.ts';

const { signal } = new AbortController();
const mock = await startMock({ seed: 'empty' });
after(() => mock.close());

/** The engine at an address, with a fixed clock. */
function engineAt(url: string, details: Readonly<Record<string, string>> = {}) {
  const connection = { id: 'c', name: 'c', engine: 'conductor', url, readOnly: false, details };
  return createConductorEngine(
    { ...connection, environment: 'development' },
    {
      transport: createNodeTransport(),
      clock: { now: () => 1_700_000_000_123, wait: async () => undefined },
      log: { debug: () => undefined },
      secret: async () => 'the secret',
    },
  );
}

test('log lines have the clock’s time, and are sent as previewed', async () => {
  const client = createConductorClient(mock.conductorUrl);
  await client.register('flow', [task('HUMAN', 'review')]);
  const engine = engineAt(mock.conductorUrl.replace(/api$/, ''));
  const detail = await engine.readExecution?.(await client.start('flow'), signal);
  const [node] = detail?.nodes ?? [];
  assert.equal(node?.kind, 'task');
  const update = { status: 'COMPLETED', fields: { log: ['one', 'two'], workerId: 'me' } };
  const shown = await engine.preview?.(node.task, update, signal);
  assert.equal(shown?.url, `${mock.conductorUrl}/tasks`);
  assert.match(shown?.body ?? '', /\{"log":"two","createdTime":1700000000123\}/);
  await mock.clearRequests();
  await engine.send(node.task, update, signal);
  assert.equal((await mock.requests())[0]?.body, shown?.body);
});

test('credentials are a variable on Orkes, and absent on open source', async () => {
  const client = createConductorClient(mock.conductorUrl);
  await client.register('flow', [task('HUMAN', 'review')]);
  const engine = engineAt(mock.conductorUrl);
  const detail = await engine.readExecution?.(await client.start('flow'), signal);
  const [node] = detail?.nodes ?? [];
  assert.equal(node?.kind, 'task');
  const update = { status: 'COMPLETED' };
  const open = await engine.preview?.(node.task, update, signal);
  assert.deepEqual(open?.headers, { 'content-type': 'application/json' });
  const orkes = await engineAt(mock.conductorUrl, { keyId: 'k' }).preview?.(
    node.task,
    update,
    signal,
  );
  assert.equal(orkes?.headers['x-authorization'], '$CONDUCTOR_AUTH_TOKEN');
  assert.deepEqual({ ...orkes, headers: {} }, { ...open, headers: {} });
});
