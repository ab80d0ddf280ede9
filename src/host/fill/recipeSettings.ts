import * as vscode from 'vscode';
import { editsWithRecipe } from '../../app/recipes/withRecipe.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import { listPick } from '../updates/listPick.ts';

/** Which settings file. */
export type SettingsPlace = 'user' | 'workspace';

const openCommands: Readonly<Record<SettingsPlace, string>> = {
  user: 'workbench.action.openSettingsJson',
  workspace: 'workbench.action.openWorkspaceSettingsFile',
};

// VS Code opens the file within moments; then the person is told instead of waiting on.
const openWithinMs = 5000;

/** Opens the settings file at the recipes. */
export async function editRecipes(): Promise<void> {
  const place = await pickPlace('Edit Recipes');
  if (place !== undefined) await open(place, true);
}

/** The person's own settings, or those that go with the workspace; only asked where there is one. */
export async function pickPlace(title: string): Promise<SettingsPlace | undefined> {
  const hasWorkspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  if (!hasWorkspace || !vscode.workspace.isTrusted) return 'user';
  const picked = await listPick<SettingsPlace>({
    title,
    placeholder: 'Choose the settings',
    canGoBack: false,
    load: async () => ({
      choices: [
        { label: 'User Settings', icon: 'account', detail: 'Yours, everywhere', value: 'user' },
        {
          label: 'Workspace Settings',
          icon: 'folder',
          detail: 'Shared with whoever opens this workspace',
          value: 'workspace',
        },
      ],
      more: false,
    }),
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}

/** What became of writing a recipe. */
export type Written =
  | 'saved'
  /** It stands in the open settings file, which had other changes: the person saves it. */
  | 'typed'
  /** The settings file could not be changed. */
  | 'refused';

/**
 * Adds a recipe to the settings, or puts it in place of the one with its name. A list that stands
 * there is changed as text: VS Code would write it anew, without comments and with rounded numbers.
 */
export async function writeRecipe(entry: JsonObject, place: SettingsPlace): Promise<Written> {
  const configuration = vscode.workspace.getConfiguration('workflowTasks');
  const all = configuration.inspect<unknown>('recipes');
  const standing = place === 'user' ? all?.globalValue : all?.workspaceValue;
  if (standing === undefined) {
    const target =
      place === 'user' ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
    await configuration.update('recipes', [JSON.parse(stringifyJson(entry))], target);
    return 'saved';
  }
  const document = await open(place, false);
  return document === undefined ? 'refused' : typeRecipe(document, entry);
}

async function typeRecipe(document: vscode.TextDocument, entry: JsonObject): Promise<Written> {
  const isWorkspaceFile = document.uri.path.endsWith('.code-workspace');
  const edits = editsWithRecipe(document.getText(), entry, isWorkspaceFile);
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

/** `edit` writes the empty list where there is none. */
async function open(place: SettingsPlace, edit: boolean): Promise<vscode.TextDocument | undefined> {
  const revealSetting = { key: 'workflowTasks.recipes', edit };
  await vscode.commands.executeCommand(openCommands[place], { revealSetting });
  return settingsDocument();
}

async function settingsDocument(): Promise<vscode.TextDocument | undefined> {
  const shown = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isSettings = /(?:\/settings\.json|\.code-workspace)$/.test(document?.uri.path ?? '');
    return isSettings ? document : undefined;
  };
  return (
    shown() ??
    new Promise((resolve) => {
      const finish = () => {
        listening.dispose();
        clearTimeout(deadline);
        resolve(shown());
      };
      const deadline = setTimeout(finish, openWithinMs);
      const listening = vscode.window.onDidChangeActiveTextEditor(() => {
        if (shown() !== undefined) finish();
      });
    })
  );
}
