import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { JournalEntry } from '../../src/domain/outcome.ts';
import { outputUriOf } from '../../src/host/documents/outputPath.ts';
import { eventually } from './eventually.ts';
import { waitingRow } from './rows.ts';
import type { WaitingTask } from './scene.ts';

/** Opens a waiting task's output from its row, as its pencil does. */
export async function openOutput(task: WaitingTask): Promise<vscode.TextDocument> {
  const row = await waitingRow(task);
  await vscode.commands.executeCommand('workflowTasks.task.editOutput', row);
  return eventually('the output document', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === 'workflow-tasks' && document.uri.query.includes(task.id)
      ? document
      : undefined;
  });
}

/** Where the output document of a task is, from its draft or an update of it. */
export function outputUri({
  ref,
  connectionName,
  taskName,
}: Pick<JournalEntry, 'ref' | 'connectionName' | 'taskName'>): vscode.Uri {
  const names = { connectionName, workflowName: ref.workflow, taskName };
  return vscode.Uri.from({
    scheme: 'workflow-tasks',
    ...outputUriOf({ ref, ...names, kind: 'object' }),
  });
}

/** Types a text in place of all that stands there. */
export async function typeInto(document: vscode.TextDocument, text: string): Promise<void> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, whole, text);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
  assert.equal(document.getText(), text);
}

/** What VS Code marks in a document, in words. */
export function squiggles(document: vscode.TextDocument): readonly string[] {
  return vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
}

/** What is offered at an offset, from the top. */
export async function labelsAt(
  document: vscode.TextDocument,
  offset: number,
): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  );
  return list.items
    .toSorted((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** What the editor says about the text at an offset, as Markdown. */
export async function hoverAt(document: vscode.TextDocument, offset: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join(' ');
}

/** Closes the document's tab; what was saved of it is a draft. */
export async function closeTab(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await eventually('the tab to close', () => !hasTab(document));
}

/** Whether a tab shows the document; VS Code itself holds on to closed ones for a while. */
export function hasTab({ uri }: Pick<vscode.TextDocument, 'uri'>): boolean {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .some(
      ({ input }) =>
        input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
    );
}
