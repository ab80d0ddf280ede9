import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Connection } from '../../src/domain/connection.ts';
import type { TestSurface } from '../../src/host/testSurface.ts';
import type { TestMock } from '../support/startMock.ts';
import { eventually } from './eventually.ts';
import { testSurface } from './extension.ts';
import { journalFiles, profileFiles } from './files.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import { conductorConnection, connect, plant } from './scene.ts';
import { staysTrue } from './staysTrue.ts';

const canary = `canary-${Date.now()}-ghj7`;
const connection: Connection = {
  id: 'secretive',
  name: 'Secretive',
  engine: 'conductor',
  url: 'https://one.example.invalid/api',
  environment: 'development',
  readOnly: false,
  details: {},
};

describe('secrets', () => {
  let secrets: TestSurface['secrets'];
  let logged: TestSurface['logged'];
  let mock: TestMock;
  before(async () => {
    ({ secrets, logged } = await testSurface());
    mock = await startMock();
  });
  after(async () => {
    await secrets.remove(connection.id);
    await connect([]);
    await mock.close();
  });

  it('belong to the origin they were entered for', async () => {
    await secrets.write(connection, canary);

    assert.equal(await secrets.read(connection), canary);
    const url = 'https://one.example.invalid/prefix/api/';
    assert.equal(await secrets.read({ ...connection, url }), canary);
    for (const elsewhere of [
      'https://two.example.invalid/api',
      'http://one.example.invalid/api',
      'https://one.example.invalid:8443/api',
    ]) {
      assert.equal(await secrets.read({ ...connection, url: elsewhere }), undefined);
    }
    assert.equal(await secrets.read({ ...connection, id: 'another' }), undefined);
  });

  it('go to their origin, and not to another that the settings name', async () => {
    const other = await startMock();
    const engine = 'xpander';
    await secrets.write({ ...connection, engine, url: mock.xpanderUrl }, canary);
    const open = async (url: string) => {
      await connect([{ id: connection.id, name: connection.name, engine, url }]);
      await vscode.commands.executeCommand('workflowTasks.waiting.focus');
      await vscode.commands.executeCommand('workflowTasks.waiting.refresh');
    };

    await open(mock.xpanderUrl);
    await eventually('the secret at its origin', () => isTold(mock));
    await open(other.xpanderUrl);
    await staysTrue('the secret unknown elsewhere', 1_000, async () => !(await isTold(other)));

    assert.equal(await secrets.read({ ...connection, url: other.xpanderUrl }), undefined);
    await other.close();
  });

  it('stand in no settings, log, draft or journal on the disk', async () => {
    await secrets.write({ ...connection, url: mock.conductorUrl }, canary);
    const orkes = conductorConnection(connection.id, mock.conductorUrl);
    await connect([{ ...orkes, keyId: 'key' }]);
    const task = await plant(connection.id, mock.conductorUrl);
    await vscode.commands.executeCommand('workflowTasks.task.complete', await waitingRow(task));
    assert.equal(journalFiles().at(-1)?.ref.task, task.id);

    assert.ok(await isTold(mock));
    const texts = profileFiles().map((path) => ({ path, text: readFileSync(path, 'latin1') }));

    // The files that are looked through are the right ones.
    assert.ok(texts.some(({ text }) => text.includes(task.id)));
    assert.ok(texts.some(({ text }) => text.includes(mock.conductorUrl)));
    assert.ok(logged.some((line) => line.includes(task.name)));
    assert.deepEqual(
      texts.filter(({ text }) => text.includes(canary)).map(({ path }) => path),
      [],
    );
    assert.equal(logged.join('\n').includes(canary), false);
  });

  it('stand in no log where a server says them back', async () => {
    await secrets.write({ ...connection, url: mock.conductorUrl }, canary);
    const orkes = conductorConnection(connection.id, mock.conductorUrl);
    await connect([{ ...orkes, keyId: 'key' }]);
    const row = await waitingRow(await plant(connection.id, mock.conductorUrl));
    const body = JSON.stringify({ status: 403, message: `Not for ${canary}, sorry` });
    await mock.setFaults({ count: 0, fault: { kind: 'status', status: 403, body } });
    const before = logged.length;

    // Not waited for: its message stays until somebody closes it.
    void vscode.commands.executeCommand('workflowTasks.task.complete', row);
    await eventually('the sentence', () =>
      logged.slice(before).some((line) => line.includes('sorry')),
    );
    await vscode.commands.executeCommand('notifications.clearAll');
    await mock.setFaults();

    assert.equal(logged.join('\n').includes(canary), false);
  });

  it('are gone when they are removed', async () => {
    await secrets.write(connection, canary);
    await secrets.remove(connection.id);

    assert.equal(await secrets.read(connection), undefined);
  });
});

/** Whether a request that came to this server holds the secret. */
async function isTold(mock: TestMock): Promise<boolean> {
  return JSON.stringify(await mock.requests()).includes(canary);
}
