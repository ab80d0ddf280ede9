import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from '../../../../src/domain/connection.ts';
import { isEngineError } from '../../../../src/domain/engineError.ts';
import { connectConductor } from '../../../../src/engines/conductor/connectConductor.ts';
import { getVersion } from '../../../../src/engines/conductor/wire/endpoints.ts';
import { createNodeTransport } from '../../../../src/http/nodeTransport.ts';
import { startMock } from '../../../support/startMock.ts';
import type { TestMock } from '../../../support/startMock.ts';

const keySecret = 'xyzzy-plugh-4711';
let mock: TestMock;
before(async () => {
  mock = await startMock({ seed: 'empty' });
});
after(() => mock.close());

function connect(lines: string[]) {
  const connection: Connection = {
    id: 'c1',
    name: 'Orkes',
    engine: 'conductor',
    url: mock.conductorUrl,
    environment: 'development',
    readOnly: false,
    details: { keyId: 'key' },
  };
  return connectConductor(connection, {
    transport: createNodeTransport(),
    clock: { now: () => Date.now(), wait: async () => undefined },
    log: { debug: (line) => lines.push(line) },
    secret: async () => keySecret,
  });
}

for (const [when, path] of [
  ['with the answer to the sign-in', '/api/token'],
  ['with a later answer', '/api/version'],
] as const) {
  test(`a server that quotes the key's secret ${when} does not get it into an error`, async () => {
    const body = JSON.stringify({ status: 403, message: `Not for ${keySecret}, sorry` });
    await mock.setFaults({ path, count: 0, fault: { kind: 'status', status: 403, body } });
    const lines: string[] = [];
    const send = connect(lines);

    await assert.rejects(send(getVersion(), new AbortController().signal), (error) => {
      assert.ok(isEngineError(error));
      assert.match(error.message, /sorry/);
      assert.doesNotMatch(error.message, /xyzzy/);
      return true;
    });
    assert.doesNotMatch(lines.join('\n'), /xyzzy/);
  });
}
