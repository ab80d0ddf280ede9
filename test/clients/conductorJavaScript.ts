import { strict as assert } from 'node:assert';

import { orkesHeaders } from '../support/conductorClient.ts';
import { startMock, type TestMock } from '../support/startMock.ts';
import type { ClientCall, ClientStage } from './clientCall.ts';
import { agentRows } from './agentRows.ts';
import { type ConductorScene, createConductorScene } from './conductorScene.ts';
import { conductorSdk, type ConductorSdk } from './conductorSdk.ts';
import { executorRows } from './executorRows.ts';
import type { JavaScriptRow } from './javaScriptRow.ts';
import { orkesRows } from './orkesRows.ts';
import { taskAndMetadataRows } from './taskAndMetadataRows.ts';

const rows = [...executorRows, ...taskAndMetadataRows, ...agentRows];
const key = { id: 'k1', secret: 's1' };

/** Conductor's official JavaScript client, unchanged, against an open source server or Orkes. */
export async function conductorJavaScript(folder: string, isOrkes: boolean): Promise<ClientStage> {
  const orkes = { keys: { [key.id]: key.secret } };
  const mock = await startMock({ seed: 'empty', ...(isOrkes ? { orkes } : {}) });
  const signIn = isOrkes ? await orkesHeaders(mock.conductorUrl, key) : {};
  const scene = await createConductorScene(mock.conductorUrl, signIn);
  for (let count = 0; count < 10; count++) await scene.human();
  await mock.clearRequests();
  const sdk = await conductorSdk(folder, {
    serverUrl: mock.conductorUrl,
    ...(isOrkes ? { keyId: key.id, keySecret: key.secret } : {}),
  });
  const stage = { sdk, scene, mock };
  const calls = isOrkes
    ? [
        signsIn(mock),
        ...[...rows.filter(isSameOnOrkes), ...orkesRows].map((row) => toCall(row, stage)),
      ]
    : rows.map((row) => toCall(row, stage));
  return { mock, calls };
}

/** Orkes answers 404 where open source answers an empty 200. */
function isSameOnOrkes({ what }: JavaScriptRow): boolean {
  return !what.includes('of nothing');
}

function signsIn(mock: TestMock): ClientCall {
  return {
    what: 'createConductorClient with a key',
    run: async () => {
      const [first] = await mock.requests();
      assert.deepEqual(
        [first?.method, first?.path, first?.body],
        ['POST', '/api/token', '{"keyId":"k1","keySecret":"s1"}'],
      );
    },
  };
}

interface Stage {
  readonly sdk: ConductorSdk;
  readonly scene: ConductorScene;
  readonly mock: TestMock;
}

function toCall(row: JavaScriptRow, { sdk, scene, mock }: Stage): ClientCall {
  return {
    what: row.what,
    async run() {
      const run = await row.plant(scene);
      await mock.clearRequests();
      let refusal: unknown;
      const answer = await row.call(sdk, run).catch((error: unknown) => {
        if (row.fails !== true) throw error;
        refusal = error;
      });
      assert.equal(refusal !== undefined, row.fails === true, 'the server refused it');
      // Some SDK calls need another call first, so the last request counts.
      const sent = (await mock.requests()).at(-1);
      assert.equal(`${sent?.method} ${sent?.path}${sent?.query}`, row.request(run));
      assert.equal(sent?.body, row.body?.(run) ?? '');
      if (sent?.body !== '') assert.equal(sent?.headers['content-type'], 'application/json');
      await row.check(answer as never, run, scene);
    },
  };
}
