import * as vscode from 'vscode';
import type { Recipe } from '../../app/recipes/recipe.ts';
import type { Found, Sources } from '../../app/recipes/resolve.ts';
import { askQuestions } from './askQuestions.ts';
import type { FillParts } from './fillParts.ts';
import { gitBranch } from './gitBranch.ts';
import { recipeMemory } from './recipeMemory.ts';
import type { Selected } from './selectedText.ts';
import { workspaceFile } from './workspaceFile.ts';

/** The sources in VS Code for the values of a recipe's variables. */
export function recipeSources(
  { memory, clock, newId }: FillParts,
  recipe: Recipe,
  selected: () => Promise<Selected>,
): Sources {
  const remembered = recipeMemory(memory);
  return {
    selection: async () => {
      const selection = await selected();
      if (selection.kind === 'left') throw new vscode.CancellationError();
      return selection.kind === 'text'
        ? { text: selection.text }
        : { problem: 'Nothing is selected in an editor that is on show.' };
    },
    clipboard: async () => {
      const text = await vscode.env.clipboard.readText();
      return text === '' ? { problem: 'The clipboard is empty.' } : { text };
    },
    file: workspaceFile,
    env: (name): Found => {
      // A name such as "constructor" leads to a value that is no text.
      const text: unknown = process.env[name];
      return typeof text !== 'string'
        ? { problem: 'VS Code has no such environment variable.' }
        : { text };
    },
    gitBranch,
    ask: async (questions) => {
      const title = `Use Recipe: ${recipe.name}`;
      const all = new Map(remembered.answers(recipe));
      // After leaving half-way or losing the window, the person finds the typed answers again.
      const set = (label: string, answer: string) => {
        all.set(label, answer);
        void remembered.remember(recipe, all);
      };
      const isDone = await askQuestions(title, questions, { all, set });
      return isDone ? all : undefined;
    },
    now: () => clock.now(),
    newId,
  };
}
