import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { openOutput, typeInto } from './documents.ts';
import { eventually } from './eventually.ts';
import { draftFiles } from './files.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import { conductorConnection, connect, plant, serverTask, updateRequests } from './scene.ts';

const long = '12345678901234567890';
const typed = '{ "mine": // not yet\n';

describe('filling an output', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('filling', mock.conductorUrl)]);
  });
  after(async () => {
    await writeRecipes(undefined);
    await writeRecipes(undefined, vscode.ConfigurationTarget.Workspace);
    await connect([]);
    await mock.close();
  });

  it('takes the clipboard, as one step to undo, and sends nothing', async () => {
    const task = await plant('filling', mock.conductorUrl);
    const document = await openOutput(task);
    await typeInto(document, typed);
    assert.equal(await document.save(), true);
    await mock.clearRequests();
    await vscode.env.clipboard.writeText(`{"id":${long}, "list": [1,2],}`);

    await vscode.commands.executeCommand('workflowTasks.fill.clipboard', document.uri);

    assert.equal(document.getText(), `{\n  "id": ${long},\n  "list": [\n    1,\n    2\n  ],\n}\n`);
    const [draft] = draftFiles().filter(({ ref }) => ref.task === task.id);
    assert.equal(draft?.text, typed);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), typed);
    assert.deepEqual(await updateRequests(mock), []);
    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'IN_PROGRESS');
  });

  it('opens a document that is closed with its draft, and takes the selection', async () => {
    const task = await plant('filling', mock.conductorUrl);
    const first = await openOutput(task);
    await typeInto(first, typed);
    assert.equal(await first.save(), true);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const row = await waitingRow(task);
    const source = await vscode.workspace.openTextDocument({ content: `log {"a":\n ${long}} end` });
    const editor = await vscode.window.showTextDocument(source);
    editor.selection = new vscode.Selection(0, 4, 1, long.length + 2);

    await vscode.commands.executeCommand('workflowTasks.fill.selection', row);

    const document = activeOutput(task.id);
    assert.equal(document.getText(), `{"a":\n ${long}}\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), typed);
  });

  it('leaves what stands there where the clipboard holds no object', async () => {
    const task = await plant('filling', mock.conductorUrl);
    const document = await openOutput(task);
    await typeInto(document, typed);
    await vscode.env.clipboard.writeText('just words');

    let isOver = false;
    const filling = vscode.commands
      .executeCommand('workflowTasks.fill.clipboard', document.uri)
      .then(() => (isOver = true));
    await eventually('the message to be put away', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return isOver;
    });
    await filling;

    assert.equal(document.getText(), typed);
  });

  it('uses a recipe and prepares its status', async () => {
    const task = await plant('filling', mock.conductorUrl);
    const document = await openOutput(task);
    const before = document.getText();
    await mock.clearRequests();
    await vscode.env.clipboard.writeText('a "quoted" value');
    await writeRecipes([
      { name: 'another', task: 'ship_*', output: { wrong: true } },
      {
        name: 'approval',
        task: 'appr*',
        status: 'COMPLETED',
        output: `{"task": "\${task.name}", "note": "\${clipboard}", "id": ${long}}`,
      },
      { name: 'broken' },
    ]);

    const using = vscode.commands.executeCommand('workflowTasks.recipe.use', document.uri);
    await acceptFirst(() => document.getText() !== before);
    await using;

    const note = JSON.stringify('a "quoted" value');
    assert.equal(
      document.getText(),
      `{\n  "task": "approve",\n  "note": ${note},\n  "id": ${long}\n}\n`,
    );
    const [draft] = draftFiles().filter(({ ref }) => ref.task === task.id);
    assert.equal(draft?.status, 'COMPLETED');
    assert.deepEqual(await updateRequests(mock), []);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('saves an output as a recipe, and leaves the rest of the settings as it is written', async () => {
    const file = join(process.env['WORKFLOW_TASKS_USER_DATA'] ?? '', 'User', 'settings.json');
    await writeRecipes([{ name: 'kept', output: {} }]);
    const list = '"workflowTasks.recipes": [';
    writeFileSync(file, readFileSync(file, 'utf8').replace(list, `${list} // by hand`));
    const task = await plant('filling', mock.conductorUrl);
    const document = await openOutput(task);
    await typeInto(document, `{"amount": ${long}}`);

    let isOver = false;
    const saving = vscode.commands
      .executeCommand('workflowTasks.recipe.save', document.uri)
      .then(() => (isOver = true));
    await acceptFirst(() => readFileSync(file, 'utf8').includes('"name": "approve"'));
    await eventually('the message to be put away', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return isOver;
    });
    await saving;

    const settings = readFileSync(file, 'utf8');
    assert.ok(settings.includes(`${list} // by hand`), settings);
    assert.ok(settings.includes('"name": "kept"'), settings);
    assert.ok(settings.includes(`"output": "{\\"amount\\":${long}}"`), settings);
  });

  it('takes recipes of the workspace, with files of it, its branch and the environment', async () => {
    const folder = workspaceFolder();
    mkdirSync(join(folder, '.git'), { recursive: true });
    writeFileSync(join(folder, '.git', 'HEAD'), 'ref: refs/heads/feature/one\n');
    writeFileSync(join(folder, 'order.json'), `{"total": ${long}, /* all */}`);
    const task = await plant('filling', mock.conductorUrl);
    const document = await openOutput(task);
    const before = document.getText();
    const output = {
      order: '${json:file:order.json}',
      branch: '${gitBranch}',
      suite: '${env:WORKFLOW_TASKS_SUITE}',
    };
    await writeRecipes(
      [{ name: 'of the team', workflow: 'flow_*', output }],
      vscode.ConfigurationTarget.Workspace,
    );

    const using = vscode.commands.executeCommand('workflowTasks.recipe.use', document.uri);
    await acceptFirst(() => document.getText() !== before);
    await using;

    const order = `{\n    "total": ${long}\n  }`;
    assert.equal(
      document.getText(),
      `{\n  "order": ${order},\n  "branch": "feature/one",\n  "suite": "host"\n}\n`,
    );
  });

  it('reads no file through a link that leads out of the workspace', async () => {
    const folder = workspaceFolder();
    const outside = join(folder, '..', 'outside.txt');
    writeFileSync(outside, 'private');
    symlinkSync(join(folder, '..'), join(folder, 'leak'), 'junction');
    const task = await plant('filling', mock.conductorUrl);
    const document = await openOutput(task);
    const before = document.getText();
    const output = { leaked: '${file:leak/outside.txt}' };
    await writeRecipes(
      [{ name: 'leaky', workflow: 'flow_*', output }],
      vscode.ConfigurationTarget.Workspace,
    );

    let isOver = false;
    const using = vscode.commands
      .executeCommand('workflowTasks.recipe.use', document.uri)
      .then(() => (isOver = true));
    await acceptFirst(async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return isOver;
    });
    await using;

    assert.equal(document.getText(), before);
    rmSync(join(folder, 'leak'), { recursive: true });
    rmSync(outside);
  });
});

async function writeRecipes(
  recipes: readonly unknown[] | undefined,
  target = vscode.ConfigurationTarget.Global,
): Promise<void> {
  await vscode.workspace.getConfiguration('workflowTasks').update('recipes', recipes, target);
}

function workspaceFolder(): string {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return folder.uri.fsPath;
}

/** Takes the active line of the picker, as Enter does, until that has worked. */
async function acceptFirst(isDone: () => boolean | Promise<boolean>): Promise<void> {
  await eventually('the picker to be used', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone();
  });
}

function activeOutput(id: string): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document, 'no document is active');
  assert.ok(document.uri.query.includes(id), 'the output document is not the active one');
  return document;
}
