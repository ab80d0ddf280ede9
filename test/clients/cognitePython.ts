import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';

import { replay } from '../support/replay.ts';
import { startMock } from '../support/startMock.ts';
import type { ClientCall, ClientStage } from './clientCall.ts';
import { bodyOf, type CogniteRow } from './cogniteRow.ts';
import { cogniteRows } from './cogniteRows.ts';
import { type CogniteScene, createCogniteScene } from './cogniteScene.ts';

// The requests of the Python SDK 8.13.0: its own headers, and every body compressed.
const sdkHeaders = [
  'content-type: application/json',
  'accept: application/json',
  'x-cdp-sdk: CognitePythonSDK:8.13.0',
  'x-cdp-app: t',
  'cdf-version: 20230101',
  'user-agent: python-httpx/0.28.1 CognitePythonSDK/8.13.0',
  'accept-encoding: gzip, deflate',
  'authorization: Bearer tok',
];

/** Sends every request of the Python SDK's table, byte for byte. */
export async function cognitePython(): Promise<ClientStage> {
  const mock = await startMock({ seed: 'empty' });
  const scene = await createCogniteScene(mock.cogniteUrl);
  const port = Number(new URL(mock.cogniteUrl).port);
  return { mock, calls: cogniteRows.map((row) => toCall(row, scene, port)) };
}

function toCall(row: CogniteRow, scene: CogniteScene, port: number): ClientCall {
  return {
    what: row.what,
    async run() {
      const run = (await row.plant?.(scene)) ?? { id: '', task: '' };
      const [method = '', path = ''] = row.request(run).split(' ');
      const body = packed(bodyOf(row, run));
      const length = `content-length: ${body?.length ?? 0}`;
      const more = method === 'GET' ? [] : [length];
      const headers = [
        ...sdkHeaders,
        ...more,
        ...(body === undefined ? [] : ['content-encoding: gzip']),
      ];
      const answer = await replay(port, { start: `${method} /api/v1${path}`, headers, body });
      assert.equal(answer.status, row.status ?? 200, JSON.stringify(answer.body));
      assert.match(answer.type, /^application\/json/);
      row.check?.(answer.body as never, run);
    },
  };
}

function packed(text: string | undefined): Buffer | undefined {
  return text === undefined ? undefined : gzipSync(text);
}
