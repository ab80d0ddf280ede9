import * as vscode from 'vscode';
import type { TaskList } from '../../app/taskList/taskList.ts';
import { encodePathSegment } from '../documents/outputPath.ts';

/** The scheme of the documents in which tasks are changed as text; package.json activates on it. */
export const listScheme = 'workflow-tasks-list';

/** "/All waiting tasks.workflow-tasks?id": what a person reads, and which list it is. */
export function listUri({ id, title }: Pick<TaskList, 'id' | 'title'>): vscode.Uri {
  const name = encodePathSegment(title.slice(0, 80).replace(/\p{Surrogate}$/u, ''));
  return vscode.Uri.from({ scheme: listScheme, path: `/${name}.workflow-tasks`, query: id });
}

/** The id of a document's list; undefined for any other document. */
export function listIdOf({ scheme, query }: vscode.Uri): string | undefined {
  return scheme === listScheme && query !== '' ? query : undefined;
}

/** The document that a command means: the one handed in (a menu does), else the active one. */
export function givenList(argument: unknown): vscode.TextDocument | undefined {
  const uri =
    argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined || listIdOf(uri) === undefined) return undefined;
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
}

/** The document, opened again where it was closed meanwhile: a closed one takes no edits. */
export async function openedAgain(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  return document.isClosed ? vscode.workspace.openTextDocument(document.uri) : document;
}
