import * as vscode from 'vscode';
import { parseRecipes } from '../../app/recipes/parseRecipes.ts';
import type { ParsedRecipes } from '../../app/recipes/parseRecipes.ts';
import type { RecipeOrigin } from '../../app/recipes/recipe.ts';

/**
 * The recipes of the person and of the team, side by side: VS Code itself would let those of the
 * workspace hide the person's own. An untrusted workspace has none.
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

/** The setting as it stands in each of the settings files. */
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
  // With a single folder the workspace's settings are the folder's.
  const own = vscode.workspace.workspaceFile === undefined ? [] : folders;
  return [{ origin: 'workspace', value: whole?.workspaceValue }, ...own, user];
}
