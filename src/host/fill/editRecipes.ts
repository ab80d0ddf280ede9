import * as vscode from 'vscode';
import { listPick } from '../ui/listPick.ts';

/** Which settings file. */
export type SettingsPlace = 'user' | 'workspace';

const openCommands: Readonly<Record<SettingsPlace, string>> = {
  user: 'workbench.action.openSettingsJson',
  workspace: 'workbench.action.openWorkspaceSettingsFile',
};

/** Opens the settings file at the recipes. */
export async function editRecipes(): Promise<void> {
  const place = await pickPlace('Edit Recipes');
  if (place === undefined) return;
  // `edit` writes the empty list where there is none.
  const revealSetting = { key: 'workflowTasks.recipes', edit: true };
  await vscode.commands.executeCommand(openCommands[place], { revealSetting });
}

/** The person's own settings, or those that go with the workspace; only asked where there is one. */
export async function pickPlace(title: string): Promise<SettingsPlace | undefined> {
  const hasWorkspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  if (!hasWorkspace || !vscode.workspace.isTrusted) return 'user';
  const picked = await listPick<SettingsPlace>({
    title,
    placeholder: 'Choose the settings',
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
    }),
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}
