import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { openTaskOutput } from '../documents/openTaskOutput.ts';
import { pathOf } from '../documents/openOutputs.ts';
import { followConfirmed } from './followConfirmed.ts';
import { createOutputContent } from './outputContent.ts';
import { registerOutputContextKeys } from './outputContextKeys.ts';
import { registerOutputDiagnostics } from './outputDiagnostics.ts';
import { registerOutputFileSystem } from './outputFileSystem.ts';
import { registerOutputLenses } from './outputLenses.ts';
import { registerOutputProviders } from './outputProviders.ts';
import type { LoadLanguage } from './outputProviders.ts';
import { createOutputTasks } from './outputTasks.ts';
import type { OutputTasks } from './outputTasks.ts';
import { createBaseTasks } from './baseTasks.ts';

/** Output documents: an output as an editable file. Saving the file keeps a draft. */
export interface OutputDocuments extends vscode.Disposable {
  readonly tasks: OutputTasks;
  /** Opens the output of a task that was just shown to the person. */
  open(task: Task): Promise<void>;
  /** See OutputContent.suspendSaves. */
  suspendSaves(document: vscode.TextDocument): () => void;
  /** See OutputContent.exactText. */
  exactText(document: vscode.TextDocument): string;
}

/** `loadLanguage` loads completion, hover and diagnostics with the first document. */
export function registerOutputDocuments(
  app: AppParts,
  memory: vscode.Memento,
  loadLanguage: LoadLanguage,
): OutputDocuments {
  const { drafts, clock, connections, store, updates, log } = app;
  const tasks = createOutputTasks({ ...app, baseTasks: createBaseTasks(memory) });
  const content = createOutputContent({
    drafts,
    clock,
    tasks,
    connectionName: (id) => connections.find(id)?.name ?? id,
  });
  // Reads only the tasks of visible documents again. Hidden ones follow when they are shown.
  const rereadShown = () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      const path = pathOf(document.uri);
      if (path !== undefined) void tasks.reload(path.ref);
    }
  };
  const registrations = vscode.Disposable.from(
    tasks,
    registerOutputFileSystem(drafts, content, tasks),
    registerOutputDiagnostics(tasks, drafts, loadLanguage),
    registerOutputLenses(drafts, tasks),
    registerOutputProviders(loadLanguage),
    registerOutputContextKeys(tasks),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const path = document.isDirty ? pathOf(document.uri) : undefined;
      if (path !== undefined) tasks.keepBase(path.ref);
    }),
    { dispose: store.onDidChange(rereadShown) },
    {
      dispose: updates.onDidSettle((entry) => {
        followConfirmed({ drafts, content, tasks }, entry).catch((error: unknown) => {
          log.warn(`The output document of ${entry.taskName} stays open: ${String(error)}`);
        });
      }),
    },
  );
  return {
    tasks,
    open: (task) => {
      tasks.setBase(task);
      return openTaskOutput(connections, task);
    },
    suspendSaves: (document) => content.suspendSaves(document.uri.toString(), document.getText()),
    exactText: (document) => content.exactText(document.uri.toString(), document.getText()),
    dispose: () => registrations.dispose(),
  };
}
