import * as vscode from 'vscode';
import { parseRecipes } from '../../app/recipes/parseRecipes.ts';
import type { ParsedRecipes } from '../../app/recipes/parseRecipes.ts';
import type { RecipeOrigin } from '../../app/recipes/recipe.ts';

/**
 * The recipes of the user's and the workspace's settings together. VS Code itself would let the
 * workspace's list hide the user's. An untrusted workspace has no recipes.
 */
export function recipesInSettings(engineKinds: readonly string[]): ParsedRecipes {
  const parsed = valuesInSettings().map(({ origin, value }) =>
    parseRecipes(value, origin, engineKinds),
  );
  return {
    recipes: parsed.flatMap(({ recipes }) => recipes),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

/** The setting's value in each settings file. */
function valuesInSettings(): readonly {
  readonly origin: RecipeOrigin;
  readonly value: unknown;
}[] {
  const whole = vscode.workspace.getConfiguration('workflowTasks').inspect<unknown>('recipes');
  const user = { origin: 'user' as const, value: whole?.globalValue };
  if (!vscode.workspace.isTrusted) return [user];
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => ({
    origin: 'folder' as const,
    value: vscode.workspace.getConfiguration('workflowTasks', uri).inspect<unknown>('recipes')
      ?.workspaceFolderValue,
  }));
  // With a single folder, the workspace's settings are those of the folder.
  const own = vscode.workspace.workspaceFile === undefined ? [] : folders;
  return [{ origin: 'workspace', value: whole?.workspaceValue }, ...own, user];
}
