import * as vscode from 'vscode';
import { lazy } from '../../app/lazy.ts';
import type { Task } from '../../domain/task.ts';
import type { LoadOnDemand } from '../onDemand.ts';
import type { Services } from '../services.ts';
import { followConfirmed } from './confirmedOutputs.ts';
import type { Marks } from '../send/marks.ts';
import { createOutputContent } from './outputContent.ts';
import { registerOutputContextKeys } from './outputContextKeys.ts';
import { registerOutputDiagnostics } from './outputDiagnostics.ts';
import { openTaskOutput } from '../documents/openOutputs.ts';
import { pathOf } from '../documents/outputEditor.ts';
import { registerOutputFileSystem } from './outputFileSystem.ts';
import { registerOutputLenses } from './outputLenses.ts';
import { registerOutputProviders } from './outputProviders.ts';
import { createOutputTasks } from './outputTasks.ts';
import { createSeenTasks } from './seenTasks.ts';
import type { OutputTasks } from './outputTasks.ts';

/** Output documents: editing an output as a file whose saving keeps a draft. */
export interface OutputDocuments extends vscode.Disposable {
  readonly tasks: OutputTasks;
  /** Opens the output of a task that the person has before their eyes. */
  open(task: Task): Promise<void>;
  /** See OutputContent.holdBack. */
  holdBack(document: vscode.TextDocument): () => void;
}

export interface OutputDocumentsDeps {
  readonly onDemand: LoadOnDemand;
  readonly marks: Pick<Marks, 'onDidSettle'>;
  readonly memory: vscode.Memento;
}

export function registerOutputDocuments(
  services: Services,
  { onDemand, marks, memory }: OutputDocumentsDeps,
): OutputDocuments {
  const { drafts, clock, connections, store, log } = services;
  const tasks = createOutputTasks({ ...services, seenTasks: createSeenTasks(memory) });
  const content = createOutputContent({
    drafts,
    clock,
    tasks,
    connectionName: (id) => connections.find(id)?.name ?? id,
  });
  const language = lazy(async () =>
    (await onDemand()).createOutputLanguage({ ...services, tasks }),
  );
  // Only what is on show is read again; a document behind others follows when it comes up.
  const rereadShown = () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      const path = pathOf(document.uri);
      if (path !== undefined) void tasks.reload(path.ref);
    }
  };
  const registrations = vscode.Disposable.from(
    tasks,
    registerOutputFileSystem(services, content, tasks),
    registerOutputDiagnostics(tasks, drafts, language.get),
    registerOutputLenses(drafts, tasks),
    registerOutputProviders(language.get),
    registerOutputContextKeys(tasks),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const path = document.isDirty ? pathOf(document.uri) : undefined;
      if (path !== undefined) tasks.keepSeen(path.ref);
    }),
    { dispose: store.onDidChange(rereadShown) },
    {
      dispose: marks.onDidSettle((entry) => {
        followConfirmed({ drafts, content, tasks }, entry).catch((error: unknown) => {
          log.warn(`The output document of ${entry.taskName} stays open: ${String(error)}`);
        });
      }),
    },
    { dispose: () => void language.ifMade(({ dispose }) => dispose()) },
  );
  return {
    tasks,
    open: (task) => {
      tasks.see(task);
      return openTaskOutput(connections, task);
    },
    holdBack: (document) => content.holdBack(document.uri.toString(), document.getText()),
    dispose: () => registrations.dispose(),
  };
}
