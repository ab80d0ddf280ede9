import * as vscode from 'vscode';
import type { Listen } from '../app/ports.ts';
import type { Draft } from '../app/drafts/drafts.ts';
import type { LastSent } from '../app/journal/lastSent.ts';
import type { Task, TaskRef } from '../domain/task.ts';
import { bulkOnDemand } from './bulk/bulkOnDemand.ts';
import type { Bulk } from './bulk/bulkOnDemand.ts';
import type { GivenExecution } from './trees/given.ts';
import { journalCommandsOnDemand } from './journal/journalCommandsOnDemand.ts';
import type { LoadOnDemand } from './onDemand.ts';
import type { Services } from './services.ts';
import type { UpdateCommands } from './updateCommands.ts';
import { createDraftCommands, givenDraft } from './outputDocument/draftCommands.ts';
import type { Composition } from './compose/composition.ts';
import { createJournalFilterState } from './journal/journalFilterState.ts';
import type { Marks } from './send/marks.ts';
import { createOutputCommands } from './outputDocument/outputCommands.ts';
import { registerOutputDocuments } from './outputDocument/outputDocuments.ts';
import type { OutputDocuments } from './outputDocument/outputDocuments.ts';
import { pickExecution, pickTask } from './pickTask/pickTask.ts';
import { createPinnedCommands } from './pinned/pinnedCommands.ts';
import { registerReadOnlyDocuments } from './documents/readOnlyDocuments.ts';
import { createRepeat } from './tasks/repeatLast.ts';
import { createReviewCommands } from './outputDocument/reviewCommands.ts';
import { createReviewing } from './send/reviewing.ts';
import { registerStatusBar } from './pinned/statusBar.ts';
import { createTaskActions } from './tasks/taskActions.ts';
import type { TaskActions } from './tasks/taskActions.ts';
import { taskBehind } from './documents/taskBehind.ts';
import { createTaskCommands } from './tasks/taskCommands.ts';
import type { UpdateContext } from './send/updateContext.ts';
import { updateTask } from './tasks/updateTask.ts';
import { registerUpdatesView } from './journal/updatesView.ts';

export interface UpdateFeaturesDeps {
  readonly marks: Marks;
  readonly lastSent: LastSent;
  readonly onDemand: LoadOnDemand;
  /** Where the filter of the Updates view outlives the window. */
  readonly memory: vscode.Memento;
  reveal(ref: TaskRef): Promise<void>;
  /** Is the Workflows view on show? */
  isVisible(): boolean;
  refreshSeconds(): number;
  /** The refresh interval may have changed. */
  readonly onDidChangeInterval: Listen;
  followNextTask(): boolean;
}

export interface UpdateFeatures extends vscode.Disposable {
  readonly commands: UpdateCommands;
  readonly documents: OutputDocuments;
  readonly bulk: Bulk;
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
  const documents = registerOutputDocuments(services, deps);
  const { tasks } = documents;
  const context: UpdateContext = {
    ...deps,
    // The services last: what else is handed in may share a name with one of them.
    ...services,
    views,
    tasks,
    reviewing: createReviewing(),
  };
  const bulk = bulkOnDemand(deps.onDemand, context);
  const compose = (task: Task, prefill: Composition) =>
    updateTask(context, documents, task, prefill);
  const filter = createJournalFilterState(services, deps.memory);
  const status = registerStatusBar(context, deps);
  const stop = new AbortController();
  services.updates.recover(stop.signal).catch((error: unknown) => {
    services.log.error(`Updates in flight were not settled: ${String(error)}`);
  });
  const registrations = vscode.Disposable.from(
    views,
    documents,
    bulk,
    status,
    filter,
    registerUpdatesView(services, filter),
    { dispose: () => stop.abort() },
  );
  return {
    commands: {
      ...createTaskCommands(context, documents),
      ...createDraftCommands(context),
      ...createOutputCommands(context, documents),
      ...createReviewCommands(context, documents),
      ...journalCommandsOnDemand(context, { ...deps, filter, compose }),
      'task.repeat': createRepeat(context, deps.lastSent, compose),
      ...createPinnedCommands(context, documents, status),
    },
    documents,
    bulk,
    showExecution: views.showExecution,
    actions: createTaskActions(context, documents),
    pickTask: (title) => pickTask(services, title, () => undefined),
    taskBehind: (argument) => taskBehind(argument, { ...services, pinned: status.task }),
    givenDraft: (argument, title) => givenDraft(services, argument, title),
    pickExecution: () => pickExecution(services),
    dispose: () => registrations.dispose(),
  };
}
