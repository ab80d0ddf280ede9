import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Connection } from '../../src/domain/connection.ts';
import type { TestSurface } from '../../src/host/testSurface.ts';
import type { TestMock } from '../support/startMock.ts';
import { testSurface } from './extension.ts';
import { journalFiles, profileFiles } from './files.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import { conductorConnection, connect, plant } from './scene.ts';

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

  it('stand in no settings, log, draft or journal on the disk', async () => {
    await secrets.write({ ...connection, url: mock.conductorUrl }, canary);
    await connect([conductorConnection(connection.id, mock.conductorUrl)]);
    const task = await plant(connection.id, mock.conductorUrl);
    await vscode.commands.executeCommand('workflowTasks.task.complete', await waitingRow(task));
    assert.equal(journalFiles().at(-1)?.ref.task, task.id);

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

  it('are gone when they are removed', async () => {
    await secrets.write(connection, canary);
    await secrets.remove(connection.id);

    assert.equal(await secrets.read(connection), undefined);
  });
});
