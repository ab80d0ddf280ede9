import { strict as assert } from 'node:assert';

import { replay } from '../support/replay.ts';
import { startMock } from '../support/startMock.ts';
import type { ClientCall, ClientStage } from './clientCall.ts';
import { type ConductorScene, createConductorScene } from './conductorScene.ts';
import type { GoRow } from './goRow.ts';
import { goTaskRows } from './goTaskRows.ts';
import { goWorkflowRows } from './goWorkflowRows.ts';

const goHeaders = [
  'User-Agent: Go-http-client/1.1',
  'Accept: application/json',
  'Accept-Encoding: gzip',
];

/** Sends every request of conductor-cli's table, byte for byte. */
export async function conductorGo(): Promise<ClientStage> {
  const mock = await startMock({ seed: 'empty' });
  const scene = await createConductorScene(mock.conductorUrl);
  const port = Number(new URL(mock.conductorUrl).port);
  const rows = [...goWorkflowRows, ...goTaskRows];
  return { mock, calls: rows.map((row) => toCall(row, scene, port)) };
}

function toCall(row: GoRow, scene: ConductorScene, port: number): ClientCall {
  return {
    what: row.command,
    async run() {
      const run = (await row.plant?.(scene)) ?? { id: '', tasks: {} };
      const [method = '', path = ''] = row.request(run).split(' ');
      const body = row.body === undefined ? undefined : Buffer.from(row.body);
      const length = [`Content-Length: ${body?.length ?? 0}`];
      const type = ['Content-Type: application/json'];
      const answer = await replay(port, {
        start: `${method} /api${path}`,
        headers: [
          ...goHeaders,
          ...(body === undefined ? [] : type),
          ...(method === 'GET' ? [] : length),
        ],
        body,
      });
      assert.equal(answer.status, row.status ?? 200, JSON.stringify(answer.body));
      await row.check?.(answer.body as never, run, scene);
    },
  };
}
