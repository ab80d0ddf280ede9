import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { linkFree } from '../words/plainText.ts';
import { documentText } from '../words/outputText.ts';
import type { FillContext, FillGiven } from './fillContext.ts';
import { fillDocument, putText } from './fillDocument.ts';
import { askedTarget, fillTarget } from './fillTarget.ts';
import { pickEarlier } from './pickEarlier.ts';
import { readTextFile } from './readTextFile.ts';
import { saveRecipe } from './saveRecipe.ts';
import { selectedText, selectionOf } from './selectedText.ts';
import { editRecipes } from './recipeSettings.ts';
import { useRecipe } from './useRecipe.ts';

/** The ways to fill an output document with what is there already; nothing is ever sent. */
export function createFillCommands(context: FillContext) {
  const onTarget =
    (title: string, run: (task: Task) => Promise<void>) =>
    async (given: FillGiven): Promise<void> => {
      const task = await fillTarget(context, given, title);
      if (task !== undefined) await run(task);
    };

  return {
    selection: async (given: FillGiven): Promise<void> => {
      const title = 'Fill Output from Selection';
      // Read first: choosing a task moves the focus away.
      const text = await askSelection(title);
      if (text === undefined) return;
      const task = await fillTarget(context, given, title);
      if (task !== undefined) await fillDocument(context, task, text, 'The selection');
    },
    clipboard: onTarget('Fill Output from Clipboard', async (task) => {
      const text = await vscode.env.clipboard.readText();
      await fillDocument(context, task, text, 'The clipboard');
    }),
    file: onTarget('Fill Output from File', async (task) => {
      const [uri] =
        (await vscode.window.showOpenDialog({
          title: 'Fill Output from File',
          openLabel: 'Fill Output',
          canSelectMany: false,
        })) ?? [];
      if (uri !== undefined) await fillFromFile(context, task, uri);
    }),
    useFile: (given: FillGiven) => useFile(context, given),
    earlier: onTarget('Fill Output from Earlier Output', async (task) => {
      const text = await pickEarlier(context, task, 'Fill Output from Earlier Output');
      if (text !== undefined) await fillDocument(context, task, text, 'The earlier output');
    }),
    engine: onTarget("Fill Output from Engine's Value", (task) => fillFromEngine(context, task)),
    useRecipe: onTarget('Use Recipe', (task) => useRecipe(context, task)),
    saveRecipe: (given: FillGiven) => saveRecipe(context, given),
    editRecipes: () => editRecipes(),
  };
}

export type FillCommands = ReturnType<typeof createFillCommands>;

async function askSelection(title: string): Promise<string | undefined> {
  const selected = await selectedText(title);
  if (selected.kind === 'text') return selected.text;
  if (selected.kind === 'left') return undefined;
  if (selected.whole === undefined) {
    void vscode.window.showInformationMessage(
      'Nothing is selected: select text in an editor that is on show.',
    );
    return undefined;
  }
  const answer = await vscode.window.showInformationMessage(
    'Nothing is selected in the active editor.',
    'Use Whole Text',
  );
  return answer === undefined ? undefined : selected.whole;
}

/**
 * The file that was clicked; from the palette that of the active editor, or what is selected in it.
 */
async function useFile(context: FillContext, { argument }: FillGiven): Promise<void> {
  const title = 'Use as Task Output';
  const active = vscode.window.activeTextEditor;
  const clicked = argument instanceof vscode.Uri ? argument : undefined;
  // Read first: choosing a task moves the focus away.
  const selected = clicked === undefined && active !== undefined ? selectionOf(active) : '';
  const uri = clicked ?? active?.document.uri;
  if (uri === undefined) {
    void vscode.window.showInformationMessage('Open a file first, or select it in the Explorer.');
    return;
  }
  const task = await askedTarget(context, title);
  if (task === undefined) return;
  if (selected === '') await fillFromFile(context, task, uri);
  else await fillDocument(context, task, selected, 'The selection');
}

async function fillFromFile(context: FillContext, task: Task, uri: vscode.Uri): Promise<void> {
  const option = task.options.output;
  if (option === undefined) return;
  // Blanks and comments do not count for the limit, so a JSON file may be larger.
  const limit = option.limitBytes * (option.kind === 'object' ? 4 : 1);
  const file = await readTextFile(uri, limit, true);
  if ('problem' in file) {
    void vscode.window.showWarningMessage(linkFree(file.problem));
    return;
  }
  await fillDocument(context, task, file.text, vscode.workspace.asRelativePath(uri));
}

/** What the engine holds now, read again. */
async function fillFromEngine(context: FillContext, task: Task): Promise<void> {
  const now = await context.store.task(task.ref, new AbortController().signal);
  if (now === undefined) {
    void vscode.window.showErrorMessage(
      linkFree(`The engine knows no task ${task.name} any more.`),
    );
    return;
  }
  await putText(context, task, documentText(now, undefined));
}
