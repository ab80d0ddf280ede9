import * as vscode from 'vscode';
import type { TaskList } from '../../app/taskList/taskList.ts';
import { encodePathSegment } from '../documents/outputPath.ts';

/** The scheme of task lists. package.json activates the extension on it. */
export const listScheme = 'workflow-tasks-list';

/**
 * "/All waiting tasks.workflow-tasks?id": people read the path, and the query identifies the list.
 */
export function listUri({ id, title }: Pick<TaskList, 'id' | 'title'>): vscode.Uri {
  const name = encodePathSegment(title.slice(0, 80).replace(/\p{Surrogate}$/u, ''));
  return vscode.Uri.from({ scheme: listScheme, path: `/${name}.workflow-tasks`, query: id });
}

/** The id of a document's list; undefined for other documents. */
export function listIdOf({ scheme, query }: vscode.Uri): string | undefined {
  return scheme === listScheme && query !== '' ? query : undefined;
}

/** The document that a command is about: the one a menu passes, else the active one. */
export function listFromArgument(argument: unknown): vscode.TextDocument | undefined {
  const uri =
    argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined || listIdOf(uri) === undefined) return undefined;
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
}

/**
 * Opens the document again if it was closed meanwhile, because a closed document cannot be edited.
 */
export async function openedAgain(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  return document.isClosed ? vscode.workspace.openTextDocument(document.uri) : document;
}
