import * as vscode from 'vscode';
import { expandTemplate } from '../../app/recipes/expandTemplate.ts';
import type { Recipe } from '../../app/recipes/recipe.ts';
import { recipeTemplate, usesOf } from '../../app/recipes/recipeTemplate.ts';
import { resolve } from '../../app/recipes/resolve.ts';
import type { Task } from '../../domain/task.ts';
import { listPick } from '../ui/listPick.ts';
import { linkFree, oneLine } from '../words/plainText.ts';
import type { FillParts } from './fillParts.ts';
import { fillDocument } from './fillDocument.ts';
import { recipeChoices } from './recipeChoices.ts';
import { prepareDraft, settleConflict } from './prepareDraft.ts';
import { preparedUpdate } from './preparedUpdate.ts';
import { editRecipes } from './editRecipes.ts';
import { recipeSources } from './recipeSources.ts';
import { recipesInSettings } from './recipesInSettings.ts';
import { selectedText } from './selectedText.ts';

/** Fills the task's document from a recipe and prepares its status. It sends nothing. */
export async function useRecipe(parts: FillParts, task: Task): Promise<void> {
  const found = recipesInSettings(parts.engineKinds);
  for (const { recipe, reason } of found.problems) {
    parts.log.warn(`${recipe} cannot be used: ${reason}`);
  }
  const connection = parts.connections.find(task.ref.connection);
  const choices = recipeChoices(found, task, connection);
  const picked = await listPick({
    title: `Use Recipe for ${oneLine(task.name, 60)}`,
    placeholder: 'Choose a recipe; it fills the document and sends nothing',
    load: async () => ({ choices }),
  });
  if (picked.kind !== 'picked') return;
  if (picked.value.kind === 'edit') return editRecipes();
  await applyRecipe(parts, task, picked.value.recipe);
}

async function applyRecipe(parts: FillParts, task: Task, recipe: Recipe): Promise<void> {
  const kind = task.options.output?.kind ?? 'object';
  const template = recipeTemplate(recipe, kind);
  const { uses, problems } = usesOf(template);
  if (problems.length > 0) return tellUnusable(recipe, problems);
  const sources = recipeSources(parts, recipe, () => selectedText('Use Recipe'));
  const resolved = await resolve(uses, task, sources);
  if (resolved.kind === 'cancelled') return;
  if (resolved.kind === 'bad') return tellUnusable(recipe, resolved.problems);
  const expanded = expandTemplate(template, resolved.values);
  const prepared = preparedUpdate(task, recipe, expanded);
  const settled = await settleConflict(parts, task, prepared.composition);
  if (settled === undefined) return;
  const what = `The output of recipe “${oneLine(recipe.name, 60)}”`;
  if (!(await fillDocument(parts, task, expanded.text, what))) return;
  await prepareDraft(parts, task, settled);
  if (prepared.problems.length === 0) return;
  void vscode.window.showWarningMessage(
    linkFree(`Left out of “${oneLine(recipe.name, 60)}”: ${prepared.problems.join(' ')}`),
  );
}

async function tellUnusable(recipe: Recipe, problems: readonly string[]): Promise<void> {
  const sentence = `Recipe “${oneLine(recipe.name, 60)}” was not used: ${problems.join(' ')}`;
  const answer = await vscode.window.showWarningMessage(linkFree(sentence), 'Edit Recipes');
  if (answer !== undefined) await editRecipes();
}
