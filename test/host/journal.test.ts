import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { JournalEntry } from '../../src/domain/outcome.ts';
import type { TestMock } from '../support/startMock.ts';
import { eventually } from './eventually.ts';
import { journalFiles } from './files.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import type { RowArgument } from './rows.ts';
import { conductorConnection, connect, plant, serverTask, updateRequests } from './scene.ts';

describe('the journal', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('journal', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  it('repeats the last update on another task, after as many looks as the first', async () => {
    await complete(await waitingRow(await plant('journal', mock.conductorUrl)));
    const second = await plant('journal', mock.conductorUrl);
    const row = await waitingRow(second);
    await mock.clearRequests();

    await vscode.commands.executeCommand('workflowTasks.task.repeat', row);

    assert.equal((await serverTask(mock.conductorUrl, second)).status, 'COMPLETED');
    assert.equal((await updateRequests(mock)).length, 1);
    assert.equal(newest().ref.task, second.id);
    assert.equal(newest().outcome?.kind, 'confirmed');
  });

  it('copies the request as it was sent, as curl', async () => {
    const task = await plant('journal', mock.conductorUrl);
    await complete(await waitingRow(task));
    const entry = newest();
    const [sent] = (await updateRequests(mock)).slice(-1);

    await vscode.commands.executeCommand('workflowTasks.update.copyCurl', { kind: 'entry', entry });

    const text = await vscode.env.clipboard.readText();
    assert.ok(text.startsWith('curl --request POST '), text);
    assert.ok(text.includes(sent?.path ?? 'no request'), text);
    assert.ok(text.includes(`--data-raw '${sent?.body}'`), text);
  });

  it('writes all of it into a file of either format', async () => {
    await complete(await waitingRow(await plant('journal', mock.conductorUrl)));
    const { id } = newest();

    const lines = (await exported('journal.jsonl')).trimEnd().split('\n');
    const ids = lines.map((line) => (JSON.parse(line) as JournalEntry).id);
    assert.equal(ids.at(-1), id);
    assert.equal(ids.length, journalFiles().length);

    const table = await exported('journal.csv');
    assert.match(table, /^\uFEFF"sentAt","connection",/);
    assert.ok(table.trimEnd().endsWith(`"${id}"`), table.slice(-200));
  });
});

async function complete(row: RowArgument): Promise<void> {
  const count = journalFiles().length;
  await vscode.commands.executeCommand('workflowTasks.task.complete', row);
  await eventually('the entry', () => journalFiles().length > count);
}

function newest(): JournalEntry {
  const entry = journalFiles().at(-1);
  assert.ok(entry);
  return entry;
}

async function exported(name: string): Promise<string> {
  const folder = process.env['WORKFLOW_TASKS_USER_DATA'];
  assert.ok(folder);
  const target = vscode.Uri.joinPath(vscode.Uri.file(folder), name);
  await vscode.commands.executeCommand('workflowTasks.journal.export', target);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await vscode.workspace.fs.readFile(target),
  );
}
