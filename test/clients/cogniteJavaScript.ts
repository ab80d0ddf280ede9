import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { startMock, type TestMock } from '../support/startMock.ts';
import type { ClientCall, ClientStage } from './clientCall.ts';
import { bodyOf, type CogniteRow } from './cogniteRow.ts';
import { cogniteRows } from './cogniteRows.ts';
import { type CogniteRun, type CogniteScene, createCogniteScene } from './cogniteScene.ts';

/**
 * The parts of @cognite/sdk that are used. It has no calls for workflows, so these are raw
 * requests.
 */
interface Sdk {
  get(path: string): Promise<SdkAnswer>;
  post(path: string, options: { readonly data?: unknown }): Promise<SdkAnswer>;
}

interface SdkAnswer {
  readonly status: number;
  readonly data: unknown;
}

interface Module {
  readonly CogniteClient: new (options: Readonly<Record<string, unknown>>) => Sdk;
}

interface Stage {
  readonly sdk: Sdk;
  readonly scene: CogniteScene;
  readonly mock: TestMock;
}

const nothing: CogniteRun = { id: '', task: '' };

/** Cognite's official JavaScript client, unchanged. @param folder where it is installed */
export async function cogniteJavaScript(folder: string): Promise<ClientStage> {
  const mock = await startMock({ seed: 'empty' });
  const scene = await createCogniteScene(mock.cogniteUrl);
  const { CogniteClient } = createRequire(join(folder, 'package.json'))('@cognite/sdk') as Module;
  const sdk = new CogniteClient({
    appId: 'test',
    project: 'demo',
    baseUrl: mock.cogniteUrl,
    oidcTokenProvider: async () => 'token-of-the-test',
  });
  const stage = { sdk, scene, mock };
  const calls = [signsIn(stage), obeys(stage), ...cogniteRows.map((row) => toCall(row, stage))];
  return { mock, calls };
}

/** The SDK requests a token only after a request without one was rejected. */
function signsIn({ sdk, mock }: Stage): ClientCall {
  return {
    what: 'the first request, without a token and then with one',
    async run() {
      await mock.clearRequests();
      const { status } = await sdk.get('/api/v1/projects/demo/workflows');
      assert.equal(status, 200);
      const tokens = (await mock.requests()).map(({ headers }) => headers['authorization']);
      assert.deepEqual(tokens, [undefined, 'Bearer token-of-the-test']);
    },
  };
}

function obeys({ sdk, mock }: Stage): ClientCall {
  return {
    what: 'a request that is answered 429, which is sent again',
    async run() {
      await mock.clearRequests();
      await mock.setFaults({ fault: { kind: 'status', status: 429, body: '{}' } });
      const { status } = await sdk.get('/api/v1/projects/demo/workflows');
      assert.deepEqual([status, (await mock.requests()).length], [200, 2]);
    },
  };
}

function toCall(row: CogniteRow, { sdk, scene, mock }: Stage): ClientCall {
  return {
    what: row.what,
    async run() {
      const run = (await row.plant?.(scene)) ?? nothing;
      const [method = '', path = ''] = row.request(run).split(' ');
      const text = bodyOf(row, run);
      const data: unknown = text === undefined ? undefined : JSON.parse(text);
      await mock.clearRequests();
      const answer = await ask(sdk, method, `/api/v1${path}`, data);

      const sent = (await mock.requests()).at(-1);
      assert.ok(sent);
      assert.equal(`${sent.method} ${sent.path}${sent.query}`, `${method} /api/v1${path}`);
      assert.equal(sent.body, data === undefined ? '' : JSON.stringify(data, undefined, 2));
      assert.match(sent.headers['x-cdp-sdk'] ?? '', /^CogniteJavaScriptSDK:10\.5\.0/);
      assert.equal(answer.status, row.status ?? 200, JSON.stringify(answer.data));
      row.check?.(answer.data as never, run);
    },
  };
}

/** Errors contain the status, too. */
async function ask(sdk: Sdk, method: string, path: string, data: unknown): Promise<SdkAnswer> {
  try {
    if (method === 'GET') return await sdk.get(path);
    return await sdk.post(path, data === undefined ? {} : { data });
  } catch (error) {
    if (!(error instanceof Error) || !('status' in error)) throw error;
    return { status: Number(error.status), data: error.message };
  }
}
