import * as vscode from 'vscode';
import type { Draft } from '../../app/updates/drafts.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { GivenExecution } from '../commands/given.ts';
import type { Services } from '../services.ts';
import type { UpdateCommands } from './commands.ts';
import { createDraftCommands, givenDraft } from './draftCommands.ts';
import { createJournalCommands } from './journalCommands.ts';
import type { Marks } from './marks.ts';
import { registerOutputDocuments } from './outputDocuments.ts';
import { pickExecution, pickTask } from './pickTask.ts';
import { createPinnedCommands } from './pinnedCommands.ts';
import { registerReadOnlyDocuments } from './readOnlyDocuments.ts';
import { registerStatusBar } from './statusBar.ts';
import { createTaskActions } from './taskActions.ts';
import type { TaskActions } from './taskActions.ts';
import { taskBehind } from './taskBehind.ts';
import { createTaskCommands } from './taskCommands.ts';
import type { UpdateContext } from './updateContext.ts';
import { registerUpdatesView } from './updatesView.ts';

export interface UpdateFeaturesDeps {
  readonly marks: Marks;
  reveal(ref: TaskRef): Promise<void>;
  /** Is the Workflows view on show? */
  isVisible(): boolean;
  refreshSeconds(): number;
  followNextTask(): boolean;
}

export interface UpdateFeatures extends vscode.Disposable {
  readonly commands: UpdateCommands;
  showExecution(given: GivenExecution): Promise<void>;
  readonly actions: TaskActions;
  /** Asks for a task with pickers; undefined when the person went away. */
  pickTask(title: string): Promise<Task | undefined>;
  /** The task of a document's URI or of the status bar, where the argument is one of these. */
  taskBehind(argument: unknown): Promise<Task | undefined>;
  givenDraft(argument: unknown, title: string): Promise<Draft | undefined>;
  /** Asks for an execution with pickers; undefined when the person went away. */
  pickExecution(): Promise<GivenExecution | undefined>;
}

/** Everything with which a person composes, sends and sees updates. */
export function registerUpdateFeatures(
  services: Services,
  deps: UpdateFeaturesDeps,
): UpdateFeatures {
  const views = registerReadOnlyDocuments(services);
  const context: UpdateContext = { ...services, ...deps, views };
  const documents = registerOutputDocuments(services);
  const status = registerStatusBar(context, deps);
  const stop = new AbortController();
  services.updates.settle(stop.signal).catch((error: unknown) => {
    services.log.error(`Updates in flight were not settled: ${String(error)}`);
  });
  const registrations = vscode.Disposable.from(
    views,
    documents,
    status,
    registerUpdatesView(services),
    { dispose: () => stop.abort() },
  );
  return {
    commands: {
      ...createTaskCommands(context, documents),
      ...createDraftCommands(context, documents),
      ...createJournalCommands(context),
      ...createPinnedCommands(context, documents, status),
    },
    showExecution: views.showExecution,
    actions: createTaskActions(context, documents),
    pickTask: (title) => pickTask(services, title, () => undefined),
    taskBehind: (argument) => taskBehind(argument, { ...services, pinned: status.task }),
    givenDraft: (argument, title) => givenDraft(services, argument, title),
    pickExecution: () => pickExecution(services),
    dispose: () => registrations.dispose(),
  };
}
