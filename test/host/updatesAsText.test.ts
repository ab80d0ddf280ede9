import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RecordedRequest } from '../../src/mock/requestLog.ts';
import type { TestMock } from '../support/startMock.ts';
import { squiggles } from './documents.ts';
import { eventually } from './eventually.ts';
import { editLines, lineOf, openWaitingList, reviewAndSend, taskLines } from './lists.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import {
  completeElsewhere,
  conductorConnection,
  connect,
  plant,
  serverTask,
  updateRequests,
} from './scene.ts';

const changed = 200;
// Beyond what JavaScript's numbers hold.
const amount = '12345678901234567890';

describe('two hundred updates as text', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock({ seed: 700 });
    await connect([conductorConnection('many', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  it('are written by a script, reviewed, sent once each, and verified', async () => {
    const document = await openWaitingList();
    const lines = taskLines(document);
    assert.equal(lines.length, 210);
    const ids = lines.map(({ text }) => /#(\S+)/.exec(text)?.[1] ?? '');
    assert.equal(new Set(ids).size, 210);
    await mock.clearRequests();

    await editLines(document, lines.slice(0, changed), (text, index) =>
      index % 4 === 0
        ? `${text.replace(/^\w+/, 'fail')} reason: "number ${index}"`
        : `${text.replace(/^\w+/, 'complete')} {"index": ${index}, "amount": ${amount}, "by": "žofie 🐎"}`,
    );
    assert.equal(await document.save(), true);
    assert.deepEqual(await updates(mock), []);
    await reviewAndSend();

    const sent = await updates(mock);
    assert.equal(sent.length, changed);
    const asked = sent.map((request) => asUpdate(request, ids));
    assert.deepEqual(
      asked.map(({ index }) => index).toSorted((a, b) => a - b),
      [...Array(changed).keys()],
    );
    for (const { index, body } of asked) {
      const what = index % 4 === 0 ? `number ${index}` : `"index":${index},"amount":${amount},`;
      assert.ok(body.includes(what), body);
    }
    for (const [index, id] of ids.entries()) {
      const shown = await taskOf(mock, id);
      assert.equal(shown.status, expectedStatus(index), `${index} ${id}`);
    }
    const marked = taskLines(document).filter(({ text }) => / {2}\/\/ ✓ confirmed/.test(text));
    assert.equal(marked.length, changed);
    assert.equal(document.isDirty, false);

    await mock.clearRequests();
    await reviewAndSend();
    assert.deepEqual(await updates(mock), []);
  });
});

function expectedStatus(index: number): string {
  if (index >= changed) return 'IN_PROGRESS';
  return index % 4 === 0 ? 'FAILED' : 'COMPLETED';
}

async function taskOf(mock: TestMock, id: string): Promise<{ readonly status: string }> {
  return (await (await fetch(`${mock.conductorUrl}/tasks/${id}`)).json()) as { status: string };
}

/** The requests that change a task: by its reference name with /sync, or by its id. */
async function updates(mock: TestMock): Promise<readonly RecordedRequest[]> {
  return updateRequests(mock);
}

/** Which task an update was for: its number in its body, since not every request names the id. */
function asUpdate({ body }: RecordedRequest, ids: readonly string[]) {
  const found = /number (\d+)|"index":(\d+)/.exec(body);
  const index = Number(found?.[1] ?? found?.[2]);
  assert.ok(ids[index] !== undefined, body);
  return { index, body };
}

describe('a list of tasks as text', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('list', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  it('is kept when it is saved, sends nothing, and is there again after its tab was closed', async () => {
    const task = await plant('list', mock.conductorUrl, 'with "quotes" and # 家');
    const document = await openWaitingList();
    await mock.clearRequests();
    const line = lineOf(document, task.id);
    await editLines(document, [line], (text) => `${text} {"half": `);
    assert.equal(await document.save(), true);
    const { uri } = document;

    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const again = await vscode.window.showTextDocument(uri);

    assert.match(lineOf(again.document, task.id).text, /\{"half": $/);
    assert.deepEqual(await updateRequests(mock), []);
  });

  it('marks what cannot be sent, offers what can be set, and tells the properties', async () => {
    const task = await plant('list', mock.conductorUrl);
    const document = await openWaitingList();
    const { lineNumber } = lineOf(document, task.id);

    await editLines(document, [lineOf(document, task.id)], (text) =>
      text.replace(/^\w+/, 'NONSENSE'),
    );
    await eventually('a mark on the status', () =>
      squiggles(document).some((message) => message.includes('NONSENSE cannot be set')),
    );
    await editLines(document, [lineOf(document, task.id)], (text) => `// ${text}`);
    await eventually('no mark', () => squiggles(document).length === 0);
    await editLines(document, [document.lineAt(lineNumber)], (text) =>
      text.replace('// NONSENSE', 'C'),
    );
    const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(lineNumber, 1),
    );
    const labels = offered.items.map(({ label }) =>
      typeof label === 'string' ? label : label.label,
    );
    for (const status of ['COMPLETED', 'FAILED', 'IN_PROGRESS']) {
      assert.ok(labels.includes(status), labels.join());
    }
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(lineNumber, 1),
    );
    const words = hover?.contents.map((part) => (typeof part === 'string' ? part : part.value));
    assert.match(words?.join('') ?? '', /HUMAN/);
  });

  it('keeps what was written when it is refreshed, and follows the tasks otherwise', async () => {
    const written = await plant('list', mock.conductorUrl, 'written');
    const ended = await plant('list', mock.conductorUrl, 'ended');
    const document = await openWaitingList();
    await editLines(document, [lineOf(document, written.id)], (text) => `${text} {"mine": 1}`);
    await completeElsewhere(mock.conductorUrl, written);
    await completeElsewhere(mock.conductorUrl, ended);

    await vscode.commands.executeCommand('workflowTasks.list.refresh');

    assert.match(lineOf(document, written.id).text, /^IN_PROGRESS.*\{"mine": 1\}$/);
    assert.ok(!document.getText().includes(ended.id));
    assert.equal(taskLines(document).filter(({ text }) => text.includes('afterwards')).length, 2);
    await eventually('a mark on the written line', () =>
      squiggles(document).some((message) => message.includes('Somebody changed this task')),
    );
    await mock.clearRequests();
    await reviewAndSend();
    assert.deepEqual(await updateRequests(mock), []);
    assert.equal((await serverTask(mock.conductorUrl, written)).status, 'COMPLETED');
  });

  it('does not ask again for what the journal knows to be done', async () => {
    const task = await plant('list', mock.conductorUrl, 'done_elsewhere');
    const document = await openWaitingList();
    await editLines(document, [lineOf(document, task.id)], (text) =>
      text.replace(/^\w+/, 'COMPLETED'),
    );
    await document.save();
    const row = await waitingRow(task);
    await vscode.commands.executeCommand('workflowTasks.task.complete', row);
    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'COMPLETED');
    await mock.clearRequests();

    await vscode.window.showTextDocument(document);
    await reviewAndSend();

    assert.match(lineOf(document, task.id).text, /^COMPLETED.* {2}\/\/ ✓ confirmed$/);
    assert.deepEqual(await updateRequests(mock), []);
  });

  it('marks what was not applied, and keeps it as it was written', async () => {
    const task = await plant('list', mock.conductorUrl, 'overtaken');
    const document = await openWaitingList();
    await editLines(document, [lineOf(document, task.id)], (text) =>
      text.replace(/^\w+/, 'COMPLETED'),
    );
    await completeElsewhere(mock.conductorUrl, task);
    await mock.clearRequests();

    await reviewAndSend();

    assert.match(lineOf(document, task.id).text, /^COMPLETED.* {2}\/\/ ✗ not/);
    assert.deepEqual(await updateRequests(mock), []);
  });

  it('is told what became of it where it was closed while it was sent', async () => {
    const task = await plant('list', mock.conductorUrl, 'closed_meanwhile');
    const document = await openWaitingList();
    await editLines(document, [lineOf(document, task.id)], (text) =>
      text.replace(/^\w+/, 'COMPLETED'),
    );
    const { uri } = document;
    let isDone = false;
    const sending = vscode.commands
      .executeCommand('workflowTasks.list.send')
      .then(() => (isDone = true));
    await eventually('the change to be saved', () => !document.isDirty);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    // VS Code holds on to the documents that were opened last.
    for (let other = 0; other < 100 && !document.isClosed; other += 1) {
      await vscode.workspace.openTextDocument(vscode.Uri.parse(`workflow-tasks-view:/${other}`));
    }
    assert.equal(document.isClosed, true);

    await eventually('the review to be answered', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await vscode.commands.executeCommand('notifications.clearAll');
      return isDone;
    });
    await sending;

    const again = await vscode.workspace.openTextDocument(uri);
    assert.match(lineOf(again, task.id).text, /^COMPLETED.* {2}\/\/ ✓ confirmed/);
    assert.equal(again.isDirty, false);
  });
});
