import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { CommandId } from '../manifest.generated.ts';
import { taskOf } from '../trees/targetRow.ts';
import type { CommandTargets } from '../trees/commandTargets.ts';
import type { Handler } from '../ui/handler.ts';
import { linkFree } from '../words/plainText.ts';
import { outputText } from '../words/outputText.ts';
import type { FillParts, FillGiven } from './fillParts.ts';
import { fillDocument, putText } from './fillDocument.ts';
import { askedTarget, fillTarget } from './fillTarget.ts';
import { pickEarlier } from './pickEarlier.ts';
import { readTextFile } from './readTextFile.ts';
import { saveRecipe } from './saveRecipe.ts';
import { selectedText, selectionOf } from './selectedText.ts';
import { editRecipes } from './editRecipes.ts';
import { useRecipe } from './useRecipe.ts';

/** The commands that fill an output document. They never send anything. */
export function createFillCommands(parts: FillParts, targets: Pick<CommandTargets, 'row'>) {
  const onFill =
    (run: (given: FillGiven) => Promise<void>): Handler =>
    async (argument) =>
      run({ task: taskOf(await targets.row(argument)), argument });
  const onTarget = (title: string, run: (task: Task) => Promise<void>) =>
    onFill(async (given) => {
      const task = await fillTarget(parts, given, title);
      if (task !== undefined) await run(task);
    });
  const fromClipboard = 'Fill Output from Clipboard';
  const fromFile = 'Fill Output from File';
  const fromEarlier = 'Fill Output from Earlier Output';

  return {
    'workflowTasks.fill.selection': onFill((given) => fillFromSelection(parts, given)),
    'workflowTasks.fill.clipboard': onTarget(fromClipboard, async (task) => {
      const text = await vscode.env.clipboard.readText();
      await fillDocument(parts, task, text, 'The clipboard');
    }),
    'workflowTasks.fill.file': onTarget(fromFile, async (task) => {
      const [uri] =
        (await vscode.window.showOpenDialog({
          title: fromFile,
          openLabel: 'Fill Output',
          canSelectMany: false,
        })) ?? [];
      if (uri !== undefined) await fillFromFile(parts, task, uri);
    }),
    'workflowTasks.fill.useFile': onFill((given) => useFile(parts, given)),
    'workflowTasks.fill.earlier': onTarget(fromEarlier, async (task) => {
      const text = await pickEarlier(parts, task, fromEarlier);
      if (text !== undefined) await fillDocument(parts, task, text, 'The earlier output');
    }),
    'workflowTasks.fill.engine': onTarget("Fill Output from Engine's Value", (task) =>
      fillFromEngine(parts, task),
    ),
    'workflowTasks.recipe.use': onTarget('Use Recipe', (task) => useRecipe(parts, task)),
    'workflowTasks.recipe.save': onFill((given) => saveRecipe(parts, given)),
    'workflowTasks.recipe.edit': () => editRecipes(),
  } satisfies Partial<Record<CommandId, Handler>>;
}

async function fillFromSelection(parts: FillParts, given: FillGiven): Promise<void> {
  const title = 'Fill Output from Selection';
  // Read the selection first: choosing a task moves the focus.
  const text = await askSelection(title);
  if (text === undefined) return;
  const task = await fillTarget(parts, given, title);
  if (task !== undefined) await fillDocument(parts, task, text, 'The selection');
}

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

/** The clicked file. From the palette, the file or selection of the active editor. */
async function useFile(parts: FillParts, { argument }: FillGiven): Promise<void> {
  const title = 'Use as Task Output';
  const active = vscode.window.activeTextEditor;
  const clicked = argument instanceof vscode.Uri ? argument : undefined;
  // Read the selection first: choosing a task moves the focus.
  const selected = clicked === undefined && active !== undefined ? selectionOf(active) : '';
  const uri = clicked ?? active?.document.uri;
  if (uri === undefined) {
    void vscode.window.showInformationMessage('Open a file first, or select it in the Explorer.');
    return;
  }
  const task = await askedTarget(parts, title);
  if (task === undefined) return;
  if (selected === '') await fillFromFile(parts, task, uri);
  else await fillDocument(parts, task, selected, 'The selection');
}

async function fillFromFile(parts: FillParts, task: Task, uri: vscode.Uri): Promise<void> {
  const option = task.options.output;
  if (option === undefined) return;
  // Blanks and comments do not count for the limit, so a JSON file may be larger.
  const limit = option.limitBytes * (option.kind === 'object' ? 4 : 1);
  const file = await readTextFile(uri, limit, true);
  if ('problem' in file) {
    void vscode.window.showWarningMessage(linkFree(file.problem));
    return;
  }
  await fillDocument(parts, task, file.text, vscode.workspace.asRelativePath(uri));
}

/** Fills in the engine's output, which is read again. */
async function fillFromEngine(parts: FillParts, task: Task): Promise<void> {
  const now = await parts.store.task(task.ref, new AbortController().signal);
  if (now === undefined) {
    void vscode.window.showErrorMessage(
      linkFree(`The engine knows no task ${task.name} any more.`),
    );
    return;
  }
  await putText(parts, task, outputText(now, undefined));
}
