import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { hasTab, outputUri } from './documents.ts';
import { eventually } from './eventually.ts';
import { journalFiles } from './files.ts';
import { editLines, lineOf, openWaitingList, reviewAndSend } from './lists.ts';
import { startMock } from './mock.ts';
import { shownTask, waitingRow, walkToTask, workflowsView } from './rows.ts';
import {
  completeElsewhere,
  conductorConnection,
  connect,
  plant,
  serverTask,
  serverTasks,
} from './scene.ts';
import type { WaitingTask } from './scene.ts';

let count = 0;

describe('what is on show once updates have an outcome', () => {
  let mock: TestMock;
  let connection: string;
  // Nothing is read again by itself: what follows does so because of an outcome.
  before(() => refreshEvery(0));
  beforeEach(async () => {
    mock = await startMock();
    // Of its own for each test: the servers give the same ids to their tasks.
    connection = `settling${(count += 1)}`;
    await connect([conductorConnection(connection, mock.conductorUrl)]);
  });
  afterEach(async () => {
    await connect([]);
    await mock.close();
  });
  after(() => refreshEvery(undefined));

  /** Many updates, though of one task only, of which the server gives no answer and shows no trace. */
  async function sendToUnknown() {
    const task = await plant(connection, mock.conductorUrl);
    await writeCompleted(await openWaitingList(), [task]);
    await mock.setFaults({ method: 'POST', path: '/api/tasks', fault: { kind: 'reset' } });
    await reviewAndSend();
    const entry = journalFiles().at(-1);
    assert.equal(entry?.outcome?.kind, 'unknown');
    return { task, entry };
  }

  it('is the row of the next task, after the open results were checked again', async () => {
    const { task } = await sendToUnknown();
    await eventually('the row of the task', () => isRow(task.id, 0));

    await completeElsewhere(mock.conductorUrl, task);
    const [, next] = await serverTasks(mock.conductorUrl, task.execution);
    assert.ok(next);
    assert.equal(await isRow(next.taskId, 1), false);
    await vscode.commands.executeCommand('workflowTasks.results.checkAgain');

    assert.equal(journalFiles().at(-1)?.outcome?.kind, 'confirmed');
    await eventually('the row of the next task', () => isRow(next.taskId, 1));
  });

  it('is no output that was applied, not even in a tab that was restored and never looked at', async () => {
    const { task, entry } = await sendToUnknown();
    const uri = outputUri(entry);
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false, background: true });
    await eventually('its tab', () => hasTab({ uri }));
    const loaded = vscode.workspace.textDocuments.map((document) => document.uri.toString());
    assert.equal(loaded.includes(uri.toString()), false);

    await completeElsewhere(mock.conductorUrl, task);
    await vscode.commands.executeCommand('workflowTasks.results.checkAgain');

    assert.equal(journalFiles().at(-1)?.outcome?.kind, 'confirmed');
    await eventually('its tab to close', () => !hasTab({ uri }));
  });

  it('is the task as it is now in its document, after many updates were sent', async () => {
    const tasks: WaitingTask[] = [];
    for (const name of ['first', 'second', 'third']) {
      tasks.push(await plant(connection, mock.conductorUrl, name));
    }
    const list = await openWaitingList();
    await writeCompleted(list, tasks);
    const [task] = tasks;
    assert.ok(task);
    const shown = await openTask(task);
    assert.match(shown.getText(), /"status": "IN_PROGRESS"/);

    await vscode.window.showTextDocument(list);
    await reviewAndSend();

    for (const sent of tasks) {
      assert.equal((await serverTask(mock.conductorUrl, sent)).status, 'COMPLETED');
    }
    await eventually('the document to follow', () =>
      shown.getText().includes('"status": "COMPLETED"'),
    );
  });
});

async function refreshEvery(seconds: number | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('workflowTasks')
    .update('refreshSeconds', seconds, vscode.ConfigurationTarget.Global);
}

async function writeCompleted(
  list: vscode.TextDocument,
  tasks: readonly WaitingTask[],
): Promise<void> {
  const lines = tasks.map(({ id }) => lineOf(list, id));
  await editLines(list, lines, (text) => text.replace(/^\w+/, 'COMPLETED'));
  await list.save();
}

/** Whether the row this many below the first task's is the task's. */
async function isRow(id: string, below: number): Promise<boolean> {
  await walkToTask();
  for (let row = 0; row < below; row += 1) {
    await vscode.commands.executeCommand('list.focusDown');
  }
  await vscode.commands.executeCommand('workflowTasks.task.open', workflowsView);
  const isShown = shownTask()?.includes(id) === true;
  if (shownTask() !== undefined) {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  }
  return isShown;
}

/** The task's document, in a tab that stays. */
async function openTask(task: WaitingTask): Promise<vscode.TextDocument> {
  const row = await waitingRow(task);
  await vscode.commands.executeCommand('workflowTasks.task.open', row);
  await vscode.commands.executeCommand('workbench.action.keepEditor');
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  assert.ok(shownTask()?.includes(task.id));
  return document;
}
