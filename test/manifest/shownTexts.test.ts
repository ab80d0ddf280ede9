import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawTexts } from './shownTexts.ts';
import { sourceFiles } from './sourceFiles.ts';

const files = sourceFiles('src/host');

/** A server's or a setting's text may hold an icon, a command link, or marks that reorder it. */
test('every text that VS Code renders has gone through plainText.ts', () => {
  assert.deepEqual(files.flatMap(rawTexts), []);
});

test('a text that VS Code renders as it came is found', () => {
  const found = (text: string) => rawTexts({ path: 'x.ts', text, lines: 1 }).length;

  assert.equal(found('window.setStatusBarMessage(`Pinned ${task.name}`)'), 1);
  assert.equal(found('window.setStatusBarMessage(linkFree(task.name))'), 1);
  assert.equal(found('window.withProgress({ title: `Testing ${connection.name}` }, work)'), 1);
  assert.equal(found('progress.report({ message: task.name })'), 1);
  assert.equal(found('const text = task.name; window.showErrorMessage(text)'), 1);
  assert.equal(found('view.message = filter.text'), 1);
  assert.equal(found('const text = linkFree(task.name); window.showErrorMessage(text)'), 0);
  assert.equal(found('window.setStatusBarMessage(`Pinned ${iconFree(task.name)}`, 3000)'), 0);
});

// Each of them goes over what it shows.
const makers = [
  'src/host/bulk/checkList.ts',
  'src/host/connections/importConnections.ts',
  'src/host/connections/pickConnection.ts',
  'src/host/journal/askForFilter.ts',
  'src/host/trees/filterCommands.ts',
  'src/host/ui/inputPrompt.ts',
  'src/host/ui/listPick.ts',
  'src/host/ui/toTreeItem.ts',
];

test('rows, pickers and boxes are made in a few files', () => {
  const made = /\bnew vscode\.TreeItem\(|\.(?:createQuickPick|createInputBox|showQuickPick)\b/;

  assert.deepEqual(
    files.filter(({ text }) => made.test(text)).map(({ path }) => path),
    makers,
  );
});
