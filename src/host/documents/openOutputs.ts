import * as vscode from 'vscode';
import { sameTask } from '../../domain/task.ts';
import type { TaskRef } from '../../domain/task.ts';
import { closeTabs, tabDocuments } from '../ui/tabDocuments.ts';
import { outputUriOf, parseOutputUri } from './outputPath.ts';
import type { OutputPath } from './outputPath.ts';

/** The scheme of the output documents; package.json activates the extension on it. */
export const outputScheme = 'workflow-tasks';

/** An output document that is open, and the task that it belongs to. */
export interface OpenOutput {
  readonly document: vscode.TextDocument;
  readonly path: OutputPath;
}

/** Opens an output for editing. A tab that shows it already is used again. */
export async function openOutput(path: OutputPath): Promise<void> {
  const uri = openUri(path) ?? vscode.Uri.from({ scheme: outputScheme, ...outputUriOf(path) });
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const { selection, document } = editor;
  const isAtStart = selection.isEmpty && selection.active.isEqual(new vscode.Position(0, 0));
  if (isAtStart && document.lineAt(0).text === '{}') {
    // The first key belongs here, so typing and suggestions start at the right position.
    const inside = new vscode.Position(0, 1);
    editor.selection = new vscode.Selection(inside, inside);
  }
}

// The URI holds names that may have changed since. One task must not be open in two documents.
function openUri({ ref, kind }: OutputPath): vscode.Uri | undefined {
  return tabsOf(ref).find((uri) => pathOf(uri)?.kind === kind);
}

function tabsOf(ref: TaskRef): readonly vscode.Uri[] {
  return tabDocuments().filter((uri) => {
    const path = pathOf(uri);
    return path !== undefined && sameTask(path.ref, ref);
  });
}

/** The parts of an output document's URI; undefined for other URIs. */
export function pathOf(uri: vscode.Uri): OutputPath | undefined {
  return uri.scheme === outputScheme ? parseOutputUri(uri) : undefined;
}

export function openOutputs(): readonly OpenOutput[] {
  return vscode.workspace.textDocuments.flatMap((document) => {
    const path = pathOf(document.uri);
    return path === undefined || document.isClosed ? [] : [{ document, path }];
  });
}

/** The open output documents of a task; those that VS Code restored in a tab are loaded first. */
export async function loadOutputsOf(ref: TaskRef): Promise<readonly OpenOutput[]> {
  // VS Code loads the document of a restored tab only when the tab is looked at.
  for (const uri of tabsOf(ref)) await vscode.workspace.openTextDocument(uri);
  return openOutputs().filter(({ path }) => sameTask(path.ref, ref));
}

/** The open output document of a task. */
export function openOutputOf(ref: TaskRef): vscode.TextDocument | undefined {
  return openOutputs().find(({ path }) => sameTask(path.ref, ref))?.document;
}

/** The document that a command is about: the one a menu passes, else the active one. */
export function targetOutput(argument: unknown): OpenOutput | undefined {
  const uri =
    argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  return openOutputs().find(({ document }) => document.uri.toString() === uri?.toString());
}

/** Closes the document's tabs. A document with unsaved text stays open. */
export async function closeOutput(document: vscode.TextDocument): Promise<void> {
  if (document.isDirty) return;
  const uri = document.uri.toString();
  await closeTabs((input) => input instanceof vscode.TabInputText && input.uri.toString() === uri);
}

/**
 * Closes the merge editor whose result is the document; the document stays. Call it before sending:
 * VS Code asks about open conflicts when the result changes under the merge editor.
 */
export async function closeMerge(document: vscode.TextDocument): Promise<boolean> {
  const uri = document.uri.toString();
  return closeTabs((input) => mergedInto(input)?.toString() === uri);
}

// The public API has no type for merge tabs, but their input has the result's URI.
function mergedInto(input: unknown): vscode.Uri | undefined {
  if (typeof input !== 'object' || input === null || !('result' in input)) return undefined;
  return input.result instanceof vscode.Uri ? input.result : undefined;
}
