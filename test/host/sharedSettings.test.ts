import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Connection } from '../../src/domain/connection.ts';
import type { TestSurface } from '../../src/host/testSurface.ts';
import type { TestMock } from '../support/startMock.ts';
import { eventually } from './eventually.ts';
import { testSurface } from './extension.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import {
  conductorConnection,
  connect,
  connectInWorkspace,
  plant,
  serverTask,
  updateRequests,
} from './scene.ts';
import { staysTrue } from './staysTrue.ts';

const canary = `canary-${Date.now()}-shared`;

/** A workspace's settings reach everybody who opens it: they may be written by a stranger. */
describe('shared settings of a workspace', () => {
  let surface: TestSurface;
  let mock: TestMock;
  let stranger: TestMock;
  before(async () => {
    surface = await testSurface();
    mock = await startMock();
    stranger = await startMock();
  });
  beforeEach(async () => {
    await mock.clearRequests();
    await stranger.clearRequests();
  });
  afterEach(async () => {
    await connectInWorkspace(undefined);
    await connect([]);
    await surface.secrets.remove('shared');
  });
  after(async () => {
    await mock.close();
    await stranger.close();
  });

  const client = (changes: object = {}) => ({
    id: 'shared',
    name: 'Shared',
    engine: 'cognite',
    url: mock.cogniteUrl,
    project: 'demo',
    signIn: 'clientCredentials',
    clientId: 'app',
    tokenUrl: `${mock.cogniteUrl}/token`,
    ...changes,
  });

  /** As the person left it when they entered the secret. */
  const entered = (): Connection => {
    const { id, name, engine, url, ...details } = client();
    return { id, name, engine, url, environment: 'development', readOnly: false, details };
  };

  it('send no client secret or token to another host, in whatever form they name it', async () => {
    await surface.secrets.write(entered(), canary);
    await connectInWorkspace([client()]);
    await look();
    await eventually('the secret at its own host', () => isTold(mock));

    const { host } = new URL(stranger.cogniteUrl);
    for (const form of [
      `http://${host}/token`,
      `http:/${host}/token`,
      `http:${host}/token`,
      `http:\\\\${host}\\token`,
      `ht\ttp://${host}/token`,
      `http:\n//${host}/token`,
      `HTTP://${host}/token`,
      `http://app@${host}/token`,
    ]) {
      for (const changes of [{ tokenUrl: form }, { url: form }, { url: form, signIn: 'token' }]) {
        await connectInWorkspace([client(changes)]);
        await look();
      }
    }
    await staysTrue('the secret unknown elsewhere', 1_000, async () => !(await isTold(stranger)));
    assert.deepEqual(await stranger.requests(), []);
  });

  it('send no pasted token to a place that issues tokens', async () => {
    const token = client({ signIn: 'token', tokenUrl: undefined });
    await surface.secrets.write({ ...entered(), details: { project: 'demo' } }, canary);
    await connectInWorkspace([token]);
    await look();
    await eventually('the token at its own host', () => isTold(mock));

    const { host } = new URL(stranger.cogniteUrl);
    for (const tokenUrl of [`http://${host}/token`, `http:/${host}/token`]) {
      await connectInWorkspace([client({ tokenUrl })]);
      await look();
    }
    await staysTrue('the token unknown elsewhere', 1_000, async () => !(await isTold(stranger)));
    assert.deepEqual(await stranger.requests(), []);
  });

  it('ask for no Microsoft token that would go to another host', async () => {
    const asked: string[] = [];
    const provider = vscode.authentication.registerAuthenticationProvider('microsoft', 'Test', {
      onDidChangeSessions: new vscode.EventEmitter<never>().event,
      getSessions: async (scopes) => {
        asked.push((scopes ?? []).join(' '));
        return [];
      },
      createSession: async () => assert.fail('nobody signs in'),
      removeSession: async () => undefined,
    });
    const own = `${mock.cogniteUrl}/.default`;
    const microsoft = (url: string) =>
      client({ url, signIn: 'microsoft', tokenUrl: undefined, scope: own });

    await connectInWorkspace([microsoft(mock.cogniteUrl)]);
    await look();
    await eventually('the scope asked for', () => asked.some((scopes) => scopes === own));
    asked.length = 0;
    await connectInWorkspace([microsoft(stranger.cogniteUrl)]);
    await look();
    await staysTrue('no scope asked for', 1_000, async () => asked.length === 0);
    assert.deepEqual(await stranger.requests(), []);
    provider.dispose();
  });

  it('make nothing of a person’s own connection but a stricter one', async () => {
    const own = conductorConnection('own', mock.conductorUrl);
    await connect([{ ...own, environment: 'production', readOnly: true }]);
    const theirs = { ...conductorConnection('own', stranger.conductorUrl), readOnly: false };
    await connectInWorkspace([theirs]);
    const task = await plant('own', mock.conductorUrl);
    const row = await waitingRow(task);

    // Not waited for: its message stays until somebody closes it.
    void vscode.commands.executeCommand('workflowTasks.task.complete', row);
    const isUntouched = async () => (await updateRequests(mock)).length === 0;
    await staysTrue('that nothing is sent', 1_000, isUntouched);
    await vscode.commands.executeCommand('notifications.clearAll');

    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'IN_PROGRESS');
    assert.deepEqual(await stranger.requests(), []);
  });
});

/** Reads every connection anew, as far as its settings allow. */
async function look(): Promise<void> {
  await vscode.commands.executeCommand('workflowTasks.waiting.focus');
  await vscode.commands.executeCommand('workflowTasks.waiting.refresh');
}

/** Whether a request that came to this server holds the secret. */
async function isTold(mock: TestMock): Promise<boolean> {
  return JSON.stringify(await mock.requests()).includes(canary);
}
