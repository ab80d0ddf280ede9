import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { openOutput, typeInto } from './documents.ts';
import { eventually } from './eventually.ts';
import { draftFiles } from './files.ts';
import { editLines, lineOf, openWaitingList, reviewAndSend } from './lists.ts';
import { startMock } from './mock.ts';
import { conductorConnection, connect, plant, updateRequests } from './scene.ts';
import { patches, plantResult } from './textResults.ts';

// In none of these encodings but the Unicode ones is there a snowman beside these letters.
const typed = 'Müller, Zürich ☃ 日本 🐎';
const encodings = ['windows1252', 'gbk', 'utf16le', 'shiftjis', 'utf8'] as const;

for (const encoding of encodings) {
  describe(`files.encoding ${encoding}`, () => {
    let mock: TestMock;
    let textMock: TestMock;
    // Each of the servers gives the same ids to its tasks.
    const connection = `encoded-${encoding}`;
    before(async () => {
      mock = await startMock();
      textMock = await startMock({ seed: 'demo' });
      await setEncoding(encoding);
    });
    beforeEach(() => connect([conductorConnection(connection, mock.conductorUrl)]));
    after(async () => {
      await setEncoding(undefined);
      await connect([]);
      await mock.close();
      await textMock.close();
    });

    it('lets an output arrive as it was typed', async () => {
      const task = await plant(connection, mock.conductorUrl);
      const document = await openOutput(task);
      await mock.clearRequests();
      await typeInto(document, `{"name":${JSON.stringify(typed)}}`);
      assert.equal(await document.save(), true);
      await sees(document, `{"name":${JSON.stringify(typed)}}`);

      await vscode.commands.executeCommand('workflowTasks.draft.complete');

      const [update, ...more] = await updateRequests(mock);
      assert.deepEqual(more, []);
      assert.equal(update?.body, `{"name":${JSON.stringify(typed)}}`);
    });

    it('shows a text result as it is, and lets it arrive as it was typed', async () => {
      const task = await plantResult(textMock, typed);
      const document = await openOutput(task);
      assert.equal(document.getText(), typed);
      await typeInto(document, `${typed}, ${typed}`);
      assert.equal(await document.save(), true);
      await sees(document, `${typed}, ${typed}`);

      await textMock.clearRequests();
      await vscode.commands.executeCommand('workflowTasks.draft.complete');

      assert.deepEqual(await patches(textMock), [`${typed}, ${typed}`]);
    });

    it('keeps what was typed in a document that has this encoding', async () => {
      const task = await plant(connection, mock.conductorUrl);
      const { uri } = await openOutput(task);
      // As after a restart with unsaved text: VS Code then saves in the encoding of the settings.
      const document = await vscode.workspace.openTextDocument(uri, { encoding });
      // UTF-8 keeps its mark.
      assert.ok(document.encoding.startsWith(encoding), document.encoding);
      await mock.clearRequests();
      await typeInto(document, `{"name":${JSON.stringify(typed)}}`);
      assert.equal(await document.save(), true);
      const [draft] = draftFiles().filter(({ ref }) => ref.task === task.id);
      assert.equal(draft?.text, `{"name":${JSON.stringify(typed)}}`);
      await sees(document, `{"name":${JSON.stringify(typed)}}`);

      await vscode.commands.executeCommand('workflowTasks.draft.complete');

      const [update] = await updateRequests(mock);
      assert.equal(update?.body, `{"name":${JSON.stringify(typed)}}`);
    });

    it('lets what was typed in a list arrive', async () => {
      const task = await plant(connection, mock.conductorUrl, 'überprüfen');
      await eventually('the task in the list', async () => {
        const list = await openWaitingList();
        return list.getText().includes(`#${task.id}`);
      });
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document);
      const line = lineOf(document, task.id);
      assert.ok(line.text.includes('überprüfen'), line.text);
      await mock.clearRequests();
      const output = `{"name":${JSON.stringify(typed)}}`;
      await editLines(document, [line], (text) => `${text.replace(/^\w+/, 'complete')} ${output}`);
      assert.equal(await document.save(), true);
      await sees(document, document.getText());

      await reviewAndSend();

      const [update, ...more] = await updateRequests(mock);
      assert.deepEqual(more, []);
      assert.equal(update?.body, output);
    });
  });
}

async function setEncoding(encoding: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('files')
    .update('encoding', encoding, vscode.ConfigurationTarget.Global);
}

/** What VS Code makes of the file when it is opened anew, as after a restart. */
async function sees({ uri }: vscode.TextDocument, text: string): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  assert.equal(await vscode.workspace.decode(bytes, { uri }), text);
}
