import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { tabDocuments } from '../ui/tabDocuments.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { openOutputs, pathOf } from '../documents/openOutputs.ts';
import type { OpenOutput } from '../documents/openOutputs.ts';
import { listPick } from '../ui/listPick.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import { linkFree } from '../words/plainText.ts';
import { whyNoOutput } from '../words/whyNoOutput.ts';
import type { FillParts, FillGiven } from './fillParts.ts';

/**
 * The task whose output is filled: that of the command's row or document, else of the only visible
 * output document, else one that the person picks. Undefined when the person left, or was told that
 * the task takes no output.
 */
export async function fillTarget(
  parts: FillParts,
  { task, argument }: FillGiven,
  title: string,
): Promise<Task | undefined> {
  return usable(parts, task ?? (await taskOfDocument(parts, argument, title)));
}

function usable(parts: FillParts, found: Task | undefined): Task | undefined {
  if (found === undefined) return undefined;
  const offered = offeredTask(found, parts.connections.find(found.ref.connection));
  const unavailable = whyNoOutput(offered);
  if (unavailable === undefined) return offered;
  void vscode.window.showWarningMessage(linkFree(`${offered.name}: ${unavailable}`));
  return undefined;
}

/**
 * Like `fillTarget`, but always asks, because the filled text has nothing to do with visible
 * documents.
 */
export async function askedTarget(parts: FillParts, title: string): Promise<Task | undefined> {
  const open = await askWhich(title);
  return open === 'left' ? undefined : usable(parts, await taskOf(parts, open, title));
}

async function taskOfDocument(
  parts: FillParts,
  argument: unknown,
  title: string,
): Promise<Task | undefined> {
  const given = documentFromArgument(argument) ?? (await askWhich(title));
  return given === 'left' ? undefined : taskOf(parts, given, title);
}

async function taskOf(
  parts: FillParts,
  given: OpenOutput | undefined,
  title: string,
): Promise<Task | undefined> {
  if (given === undefined) return pickTask(parts, title, whyNoOutput);
  const task = await parts.documents.tasks.base(given.path.ref);
  if (task === undefined) {
    const name = linkFree(given.path.taskName, 80);
    void vscode.window.showErrorMessage(`The engine knows no task ${name} any more.`);
  }
  return task;
}

function documentFromArgument(argument: unknown): OpenOutput | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const uri = argument instanceof vscode.Uri && pathOf(argument) !== undefined ? argument : active;
  const outputs = openOutputs();
  const named = outputs.find(({ document }) => document.uri.toString() === uri?.toString());
  if (named !== undefined) return named;
  const shown = outputs.filter(({ document }) =>
    vscode.window.visibleTextEditors.some((editor) => editor.document === document),
  );
  return shown.length === 1 ? shown[0] : undefined;
}

/** Offers open but hidden output documents first: they are the likeliest. */
async function askWhich(title: string): Promise<OpenOutput | 'left' | undefined> {
  const tabs = new Set(tabDocuments().map(String));
  const open = openOutputs().filter(({ document }) => tabs.has(document.uri.toString()));
  if (open.length === 0) return undefined;
  const picked = await listPick<OpenOutput | 'other'>({
    title,
    placeholder: 'Choose the output document to fill',
    load: async () => ({
      choices: [
        ...open.map((output) => ({
          label: output.path.taskName,
          icon: output.path.kind === 'text' ? 'file' : 'json',
          description: `${output.path.connectionName} › ${output.path.workflowName}`,
          section: 'Open output documents',
          value: output,
        })),
        {
          label: 'Another Task…',
          icon: 'search',
          section: 'Elsewhere',
          always: true,
          value: 'other',
        },
      ],
    }),
  });
  if (picked.kind !== 'picked') return 'left';
  return picked.value === 'other' ? undefined : picked.value;
}
