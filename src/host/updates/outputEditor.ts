import * as vscode from 'vscode';
import type { Task, TaskRef } from '../../domain/task.ts';
import { outputKind } from './outputText.ts';
import { outputPath, parseOutputPath } from './outputPath.ts';
import type { OutputPath } from './outputPath.ts';

/** The scheme of the output documents; package.json activates the extension on it. */
export const outputScheme = 'workflow-tasks';

/** An output document that is open, and the task that it belongs to. */
export interface OpenOutput {
  readonly document: vscode.TextDocument;
  readonly path: OutputPath;
}

export function outputUri(ref: TaskRef, taskName: string, kind: OutputPath['kind']): vscode.Uri {
  return vscode.Uri.from({ scheme: outputScheme, path: outputPath({ ref, taskName, kind }) });
}

/** Opens the output of a task for editing; `task` says whether it is JSON or text. */
export async function openOutput(
  ref: TaskRef,
  taskName: string,
  task: Task | undefined,
): Promise<void> {
  const kind = task === undefined ? 'object' : outputKind(task);
  await vscode.window.showTextDocument(outputUri(ref, taskName, kind), { preview: false });
}

/** The parts of an output document's URI; undefined for any other. */
export function pathOf(uri: vscode.Uri): OutputPath | undefined {
  return uri.scheme === outputScheme ? parseOutputPath(uri.path) : undefined;
}

/** All output documents that are open. */
export function openOutputs(): readonly OpenOutput[] {
  return vscode.workspace.textDocuments.flatMap((document) => {
    const path = pathOf(document.uri);
    return path === undefined || document.isClosed ? [] : [{ document, path }];
  });
}

/** The document that a command means: the one handed in (a menu does), else the active one. */
export function givenOutput(argument: unknown): OpenOutput | undefined {
  const uri =
    argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  return openOutputs().find(({ document }) => document.uri.toString() === uri?.toString());
}

/** Closes the document's tabs, unless something was typed meanwhile. */
export async function closeOutput(document: vscode.TextDocument): Promise<void> {
  if (document.isDirty) return;
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString(),
    );
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}
