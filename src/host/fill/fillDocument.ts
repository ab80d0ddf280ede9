import * as vscode from 'vscode';
import { fillText } from '../../app/output/fillText.ts';
import { sameTask } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { openOutputs } from '../documents/openOutputs.ts';
import { linkFree } from '../words/plainText.ts';
import { replaceText } from '../ui/replaceText.ts';
import type { FillParts } from './fillParts.ts';

/**
 * Replaces the text of the task's output document in one undo step. `what` begins the sentence
 * about a problem. False when nothing was changed.
 */
export async function fillDocument(
  parts: FillParts,
  task: Task,
  text: string,
  what: string,
): Promise<boolean> {
  const option = task.options.output;
  if (option === undefined) return false;
  const filled = fillText(text, option, what);
  if (filled.kind === 'ok') return putText(parts, task, filled.text);
  const { message, wrapped } = filled;
  if (wrapped === undefined) {
    void vscode.window.showWarningMessage(linkFree(message));
    return false;
  }
  const answer = await vscode.window.showWarningMessage(linkFree(message), wrapped.label);
  return answer !== undefined && putText(parts, task, wrapped.text);
}

/**
 * Puts a text in unchanged. The document opens with the draft first, so that Undo brings the draft
 * back.
 */
export async function putText(parts: FillParts, task: Task, text: string): Promise<boolean> {
  const document = await showOutput(parts, task);
  if (document === undefined || !(await replaceText(document, text))) {
    void vscode.window.showErrorMessage('VS Code did not change the output document: try again.');
    return false;
  }
  const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
  const start = new vscode.Position(0, 0);
  if (editor !== undefined) editor.selection = new vscode.Selection(start, start);
  editor?.revealRange(new vscode.Range(start, start));
  return true;
}

async function showOutput(
  { documents }: FillParts,
  task: Task,
): Promise<vscode.TextDocument | undefined> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) =>
    documentsOf(task).includes(document),
  );
  if (shown === undefined) await documents.open(task);
  else await vscode.window.showTextDocument(shown.document, shown.viewColumn);
  const active = vscode.window.activeTextEditor?.document;
  const candidates = documentsOf(task);
  return candidates.find((document) => document === active) ?? candidates[0];
}

function documentsOf(task: Task): readonly vscode.TextDocument[] {
  const kind = task.options.output?.kind;
  return openOutputs()
    .filter(({ path }) => sameTask(path.ref, task.ref) && path.kind === kind)
    .map(({ document }) => document);
}
