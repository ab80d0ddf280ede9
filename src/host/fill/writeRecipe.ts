import * as vscode from 'vscode';
import { editsWithRecipe } from '../../app/recipes/editsWithRecipe.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { SettingsLocation } from './editRecipes.ts';

/** The result of writing a recipe. */
export type RecipeWrite =
  | 'saved'
  /**
   * Added to the open settings file. It has other unsaved changes, so the person has to save it.
   */
  | 'typed'
  /** The settings file was not found or could not be changed. */
  | 'failed';

/**
 * Adds a recipe to the settings, or replaces the one with its name. An existing list is edited as
 * text, because VS Code would rewrite it without comments and with rounded numbers.
 */
export async function writeRecipe(
  entry: JsonObject,
  location: SettingsLocation,
  userSettings: vscode.Uri,
): Promise<RecipeWrite> {
  const configuration = vscode.workspace.getConfiguration('workflowTasks');
  const all = configuration.inspect<unknown>('recipes');
  const standing = location === 'user' ? all?.globalValue : all?.workspaceValue;
  if (standing === undefined) {
    const target =
      location === 'user'
        ? vscode.ConfigurationTarget.Global
        : vscode.ConfigurationTarget.Workspace;
    await configuration.update('recipes', [JSON.parse(stringifyJson(entry))], target);
    return 'saved';
  }
  const uri = location === 'user' ? userSettings : workspaceSettings();
  const document = uri === undefined ? undefined : await openQuietly(uri);
  return document === undefined ? 'failed' : typeRecipe(document, entry, standing);
}

async function typeRecipe(
  document: vscode.TextDocument,
  entry: JsonObject,
  standing: unknown,
): Promise<RecipeWrite> {
  const isWorkspaceFile = document.uri.path.endsWith('.code-workspace');
  const edits = editsWithRecipe(document.getText(), entry, { isWorkspaceFile, standing });
  if (edits === undefined) return 'failed';
  const wasDirty = document.isDirty;
  const change = new vscode.WorkspaceEdit();
  for (const { offset, length, content } of edits) {
    const start = document.positionAt(offset);
    const range = new vscode.Range(start, document.positionAt(offset + length));
    change.replace(document.uri, range, content);
  }
  if (!(await vscode.workspace.applyEdit(change))) return 'failed';
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
    // On a remote connection, the user's settings are on the other machine.
    return undefined;
  }
}
