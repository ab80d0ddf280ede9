import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { demoTaskIds } from '../../src/mock/xpander/seeds/demoAgentTasks.ts';
import type { TestMock } from '../support/startMock.ts';
import { hasTab, openOutput } from './documents.ts';
import { eventually } from './eventually.ts';
import { draftFiles } from './files.ts';
import { answeringWithEnter } from './lists.ts';
import { startMock } from './mock.ts';
import { waitingRow } from './rows.ts';
import { connect } from './scene.ts';
import type { WaitingTask } from './scene.ts';
import { patches, plantResult } from './textResults.ts';

const oddTexts = {
  'mixed line ends': 'Hello\rWorld\nA\r\nB  ',
  'a byte order mark': '\uFEFFHello\nWorld',
  'two byte order marks': '\uFEFF\uFEFFHello',
  'a NUL': 'nul:\u0000 end',
  'half a surrogate pair': 'half:\uD83D end',
  'a next-line character': 'one\u0085two',
} as const;

describe('a text result', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock({ seed: 'demo' });
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  for (const [what, result] of Object.entries(oddTexts)) {
    it(`with ${what} is sent as it is where nobody typed`, async () => {
      const task = await plantResult(mock, result);
      const document = await openOutput(task);
      await mock.clearRequests();

      await vscode.commands.executeCommand('workflowTasks.draft.complete');

      assert.deepEqual(await patches(mock), [result]);
      await eventually('its tab to close', () => !hasTab(document));
    });
  }

  for (const what of ['a byte order mark', 'a NUL', 'half a surrogate pair'] as const) {
    it(`with ${what} keeps that where more was typed`, async () => {
      const task = await plantResult(mock, oddTexts[what]);
      const document = await openOutput(task);
      await mock.clearRequests();
      await append(document, ' and more');
      assert.equal(await document.save(), true);
      assert.equal(draftText(task), `${oddTexts[what]} and more`);

      await vscode.commands.executeCommand('workflowTasks.draft.complete');

      assert.deepEqual(await patches(mock), [`${oddTexts[what]} and more`]);
      await eventually('its tab to close', () => !hasTab(document));
    });
  }

  for (const what of ['mixed line ends', 'a byte order mark'] as const) {
    it(`with ${what} is sent to several tasks as it is where nobody typed`, async () => {
      const task = await plantResult(mock, oddTexts[what]);
      const other = { ...task, execution: demoTaskIds.mailbox, id: demoTaskIds.mailbox };
      const rows = [await waitingRow(task), await waitingRow(other)];
      await vscode.commands.executeCommand('workflowTasks.task.editOutput', rows[0], rows);
      await eventually('the output document', () =>
        vscode.window.activeTextEditor?.document.uri.query.includes(task.id),
      );
      await mock.clearRequests();

      await answeringWithEnter(() =>
        vscode.commands.executeCommand('workflowTasks.tasks.sendOutput'),
      );

      assert.deepEqual(await patches(mock), [oddTexts[what], oddTexts[what]]);
    });
  }

  it('with mixed line ends is not sent with others before the person was asked', async () => {
    const task = await plantResult(mock, oddTexts['mixed line ends']);
    const document = await openOutput(task);
    await mock.clearRequests();
    await append(document, 'and more');

    let isDone = false;
    const completing = vscode.commands
      .executeCommand('workflowTasks.draft.complete')
      .then(() => (isDone = true));
    await eventually('the command to end', async () => {
      // A modal question is refused in test runs, and a notification tells that.
      await vscode.commands.executeCommand('notifications.clearAll');
      return isDone;
    });
    await completing;

    assert.deepEqual(await patches(mock), []);
    assert.equal(draftText(task), document.getText());
  });
});

function draftText({ connection, id }: WaitingTask): string | undefined {
  return draftFiles().find(({ ref }) => ref.connection === connection && ref.task === id)?.text;
}

async function append(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}
