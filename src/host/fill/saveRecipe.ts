import * as vscode from 'vscode';
import { recipeSetting, survivesSettings } from '../../app/recipes/recipeSetting.ts';
import { parseOutput } from '../../app/output/parseOutput.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { OutputChange } from '../../domain/taskUpdate.ts';
import { fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { inputPrompt } from '../ui/inputPrompt.ts';
import { listPick } from '../ui/listPick.ts';
import { targetOutput } from '../documents/openOutputs.ts';
import { linkFree, oneLine } from '../words/plainText.ts';
import type { FillParts, FillGiven } from './fillParts.ts';
import { recipeScopes } from './recipeScopes.ts';
import { editRecipes, pickSettings } from './editRecipes.ts';
import { writeRecipe } from './writeRecipe.ts';
import type { SettingsLocation } from './editRecipes.ts';
import type { RecipeWrite } from './writeRecipe.ts';
import { recipesInSettings } from './recipesInSettings.ts';

const title = 'Save Output as Recipe';

/** Saves the content of an output document as a recipe, with its draft's status and reason. */
export async function saveRecipe(parts: FillParts, { argument }: FillGiven): Promise<void> {
  const open = targetOutput(argument);
  if (open === undefined) {
    void vscode.window.showInformationMessage('Open an output document first: Edit Output.');
    return;
  }
  const task = await parts.documents.tasks.base(open.path.ref);
  const text = open.document.getText();
  const draft = fromDraft(await parts.drafts.read(open.path.ref));
  const output = task === undefined ? undefined : outputOf(task, text, draft.mode);
  if (task === undefined || output === undefined) return;
  const name = await askName(parts, task);
  if (name === undefined) return;
  const scope = await listPick({
    title,
    placeholder: `Which tasks is “${oneLine(name, 60)}” for?`,
    load: async () => ({
      choices: recipeScopes(task, parts.connections.find(task.ref.connection)),
    }),
  });
  if (scope.kind !== 'picked') return;
  const location = await pickSettings(title);
  if (location === undefined) return;
  const entry = recipeSetting({ name, ...scope.value, output, ...besideOutput(draft) });
  await tell(await writeRecipe(entry, location, parts.userSettings), {
    name: oneLine(name, 60),
    entry,
    location,
  });
}

/** The parts of the draft besides its text that settings can hold without rounding numbers. */
function besideOutput({ status, reason, fields }: Composition) {
  return {
    ...(status === undefined ? {} : { status }),
    ...(reason === undefined || reason.trim() === '' ? {} : { reason }),
    ...(fields === undefined || !survivesSettings(fields) ? {} : { fields }),
  };
}

function outputOf(task: Task, text: string, mode: 'merge' | 'replace' | undefined) {
  const option = task.options.output ?? {
    // An ended task takes no output, but its last output may still make a good recipe.
    kind: typeof task.output === 'string' ? ('text' as const) : ('object' as const),
    modes: ['merge' as const],
    limitBytes: Infinity,
  };
  const parsed = parseOutput(text, option, mode);
  const output: OutputChange | undefined = parsed.kind === 'ok' ? parsed.output : undefined;
  if (output !== undefined) return output;
  const [problem] = parsed.kind === 'bad' ? parsed.problems : [];
  void vscode.window.showWarningMessage(
    linkFree(`No recipe was saved. ${problem?.message ?? 'There is nothing in the document.'}`),
  );
  return undefined;
}

async function askName(parts: FillParts, task: Task): Promise<string | undefined> {
  const names = new Set(recipesInSettings(parts.engineKinds).recipes.map(({ name }) => name));
  const { kind, typed } = await inputPrompt({
    title,
    prompt: 'The name of the recipe',
    value: oneLine(task.name, 60),
    selection: [0, oneLine(task.name, 60).length],
    check: (text) => {
      if (text.trim() === '') return { message: 'Type a name.', severity: 'error' };
      if (!names.has(text.trim())) return undefined;
      const message = 'There is a recipe with this name: in the same settings it is replaced.';
      return { message, severity: 'warning' };
    },
  });
  return kind === 'accepted' ? typed.trim() : undefined;
}

interface NewEntry {
  readonly name: string;
  readonly entry: JsonObject;
  readonly location: SettingsLocation;
}

async function tell(written: RecipeWrite, { name, entry, location }: NewEntry): Promise<void> {
  switch (written) {
    case 'saved': {
      const text = `Recipe “${name}” is saved in the ${location} settings.`;
      const answer = await vscode.window.showInformationMessage(linkFree(text), 'Edit Recipes');
      if (answer !== undefined) await editRecipes();
      return;
    }
    case 'typed':
      void vscode.window.showInformationMessage(
        linkFree(`Recipe “${name}” stands in the ${location} settings: save the file to keep it.`),
      );
      return;
    case 'failed':
      await vscode.env.clipboard.writeText(stringifyJson(entry, 2));
      void vscode.window.showWarningMessage(
        linkFree(
          `The ${location} settings could not be changed. Recipe “${name}” is on the clipboard: ` +
            'paste it into workflowTasks.recipes.',
        ),
      );
  }
}
