import * as vscode from 'vscode';
import { listPick } from '../ui/listPick.ts';

/** The settings file that holds a recipe. */
export type SettingsLocation = 'user' | 'workspace';

const openCommands: Readonly<Record<SettingsLocation, string>> = {
  user: 'workbench.action.openSettingsJson',
  workspace: 'workbench.action.openWorkspaceSettingsFile',
};

/** Opens the settings file at the recipes. */
export async function editRecipes(): Promise<void> {
  const location = await pickSettings('Edit Recipes');
  if (location === undefined) return;
  // `edit` adds an empty list if the setting is missing.
  const revealSetting = { key: 'workflowTasks.recipes', edit: true };
  await vscode.commands.executeCommand(openCommands[location], { revealSetting });
}

/**
 * Asks for the user's or the workspace's settings. Without a trusted workspace, they are the
 * user's.
 */
export async function pickSettings(title: string): Promise<SettingsLocation | undefined> {
  const hasWorkspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  if (!hasWorkspace || !vscode.workspace.isTrusted) return 'user';
  const picked = await listPick<SettingsLocation>({
    title,
    placeholder: 'Choose the settings',
    load: async () => ({
      choices: [
        { label: 'User Settings', icon: 'account', detail: 'Yours, everywhere', value: 'user' },
        {
          label: 'Workspace Settings',
          icon: 'folder',
          detail: 'Shared with everyone who opens this workspace',
          value: 'workspace',
        },
      ],
    }),
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}
