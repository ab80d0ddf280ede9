import * as vscode from 'vscode';
import { editsWithRecipe } from '../../app/recipes/editsWithRecipe.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { SettingsPlace } from './editRecipes.ts';

/** What became of writing a recipe. */
export type RecipeWrite =
  | 'saved'
  /** It stands in the open settings file, which had other changes: the person saves it. */
  | 'typed'
  /** The settings file was not found, or could not be changed. */
  | 'refused';

/**
 * Adds a recipe to the settings, or puts it in place of the one with its name. A list that stands
 * there is changed as text: VS Code would write it anew, without comments and with rounded numbers.
 */
export async function writeRecipe(
  entry: JsonObject,
  place: SettingsPlace,
  userSettings: vscode.Uri,
): Promise<RecipeWrite> {
  const configuration = vscode.workspace.getConfiguration('workflowTasks');
  const all = configuration.inspect<unknown>('recipes');
  const standing = place === 'user' ? all?.globalValue : all?.workspaceValue;
  if (standing === undefined) {
    const target =
      place === 'user' ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
    await configuration.update('recipes', [JSON.parse(stringifyJson(entry))], target);
    return 'saved';
  }
  const uri = place === 'user' ? userSettings : workspaceSettings();
  const document = uri === undefined ? undefined : await openQuietly(uri);
  return document === undefined ? 'refused' : typeRecipe(document, entry, standing);
}

async function typeRecipe(
  document: vscode.TextDocument,
  entry: JsonObject,
  standing: unknown,
): Promise<RecipeWrite> {
  const isWorkspaceFile = document.uri.path.endsWith('.code-workspace');
  const edits = editsWithRecipe(document.getText(), entry, { isWorkspaceFile, standing });
  if (edits === undefined) return 'refused';
  const wasDirty = document.isDirty;
  const change = new vscode.WorkspaceEdit();
  for (const { offset, length, content } of edits) {
    const start = document.positionAt(offset);
    const range = new vscode.Range(start, document.positionAt(offset + length));
    change.replace(document.uri, range, content);
  }
  if (!(await vscode.workspace.applyEdit(change))) return 'refused';
  if (wasDirty) return 'typed';
  return (await document.save()) ? 'saved' : 'typed';
}

function workspaceSettings(): vscode.Uri | undefined {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  if (workspaceFile !== undefined) return workspaceFile;
  const folder = workspaceFolders?.[0]?.uri;
  return folder === undefined ? undefined : vscode.Uri.joinPath(folder, '.vscode', 'settings.json');
}

async function openQuietly(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // The person's settings lie elsewhere: on the other side of a remote connection.
    return undefined;
  }
}
