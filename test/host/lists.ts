import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** Opens a list of all waiting tasks, as the button in the view's title does. */
export async function openWaitingList(): Promise<vscode.TextDocument> {
  // An editor with unsaved text would ask before it closes.
  await vscode.workspace.saveAll(false);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('workflowTasks.list.editWaiting');
  return eventually('the list', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === 'workflow-tasks-list' ? document : undefined;
  });
}

/** The line of a task, by its id. */
export function lineOf(document: vscode.TextDocument, id: string): vscode.TextLine {
  const found = taskLines(document).find(({ text }) => text.includes(`#${id}`));
  assert.ok(found, `no line of ${id}`);
  return found;
}

/** All lines that are no comment and not blank. */
export function taskLines(document: vscode.TextDocument): readonly vscode.TextLine[] {
  return [...Array(document.lineCount).keys()]
    .map((line) => document.lineAt(line))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('//'));
}

/** Edits lines at once, as many cursors do. */
export async function editLines(
  document: vscode.TextDocument,
  lines: readonly vscode.TextLine[],
  edit: (text: string, index: number) => string,
): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  lines.forEach(({ range, text }, index) => change.replace(document.uri, range, edit(text, index)));
  assert.equal(await vscode.workspace.applyEdit(change), true);
}

/** Sends what a list asks for; whatever is asked on the way is answered with Enter. */
export async function reviewAndSend(): Promise<void> {
  await answeringWithEnter(() => vscode.commands.executeCommand('workflowTasks.list.send'));
}

/** Answers each picker that opens meanwhile with Enter. */
export async function answeringWithEnter(run: () => Thenable<unknown>): Promise<void> {
  const accepting = setInterval(
    () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
    200,
  );
  try {
    await run();
  } finally {
    clearInterval(accepting);
  }
}
