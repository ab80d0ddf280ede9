import * as vscode from 'vscode';
import type { Storage } from './app/ports.ts';
import type { LastSent } from './app/journal/lastSent.ts';
import type { Question } from './app/updates/question.ts';
import type { ViewFilter } from './app/viewFilter.ts';
import type { Waiting } from './app/waiting.ts';
import type { Task, TaskRef } from './domain/task.ts';
import { snippetsOf } from './engines/snippetsOf.ts';
import type { AppParts } from './host/appParts.ts';
import { createBulk } from './host/bulk/createBulk.ts';
import type { Composition } from './host/compose/composition.ts';
import { openConflict } from './host/conflict/openConflict.ts';
import { createConnectionCommands } from './host/connections/connectionCommands.ts';
import type { EditParts } from './host/connections/editConnection.ts';
import type { Viewers } from './host/documents/viewers.ts';
import { createFillCommands } from './host/fill/createFillCommands.ts';
import { createJournalCommands } from './host/journal/journalCommands.ts';
import type { JournalFilterState } from './host/journal/journalFilterState.ts';
import { createLinkCommands } from './host/links/linkCommands.ts';
import { openLink } from './host/links/openLink.ts';
import { createDraftCommands } from './host/outputDocument/draftCommands.ts';
import type { OutputDocuments } from './host/outputDocument/outputDocuments.ts';
import { createOutputLanguage } from './host/outputLanguage/outputLanguage.ts';
import { reviewUpdate } from './host/review/reviewUpdate.ts';
import type { Reviewing } from './host/send/reviewing.ts';
import type { Sender } from './host/send/sender.ts';
import { createTaskList } from './host/taskList/createTaskList.ts';
import { createExecutionCommands } from './host/tasks/executionCommands.ts';
import { createTaskActions } from './host/tasks/taskActions.ts';
import type { CommandTargets } from './host/trees/commandTargets.ts';
import { createTriage } from './host/triage/createTriage.ts';

/** What the first bundle has made already, for the features that are loaded late. */
export interface EarlyParts {
  readonly sender: Sender;
  readonly viewers: Viewers;
  readonly documents: OutputDocuments;
  readonly reviewing: Reviewing;
  readonly targets: CommandTargets;
  readonly journalFilter: JournalFilterState;
  readonly lastSent: LastSent;
  readonly waiting: Waiting;
  /** The filter of the Workflows view. */
  filter(): ViewFilter;
  /** Selects the task's row where it is loaded. */
  reveal(ref: TaskRef): Promise<void>;
  /** Shows the Workflows view with the task's row; false where it cannot. */
  showRow(ref: TaskRef): Promise<boolean>;
  /** Update Task…, with this in it where no draft says otherwise. */
  compose(task: Task, prefill: Composition): Promise<void>;
  /** Asks where a text has other line ends than the engine's. */
  confirmLineEnds(task: Task, text: string): Promise<boolean>;
  isDemo(connection: string): boolean;
  readonly connecting: EditParts;
  readonly storage: Storage;
  /** This workspace's own. */
  readonly memory: vscode.Memento;
  /** Where the person's settings lie, unless they are on another machine. */
  readonly userSettings: vscode.Uri;
  readonly extensionId: string;
}

/**
 * The second bundle: the features that most sessions never use. `host/registerHost.ts` loads it
 * when the first of them is used.
 */
export function createLateFeatures(app: AppParts, early: EarlyParts) {
  const { viewers, documents, reviewing, targets, connecting, memory } = early;
  const { newId, choices } = connecting;
  const { exactText } = documents;
  const bulk = createBulk(
    { ...app, viewers, memory, exactText, confirmLineEnds: early.confirmLineEnds },
    targets,
    early.filter,
  );
  const taskList = createTaskList(
    { ...app, newId, sendMany: bulk.sendMany },
    early.storage,
    targets,
  );
  const outputLanguage = createOutputLanguage({ ...app, tasks: documents.tasks });
  const actions = createTaskActions(app, early);
  const base = `${vscode.env.uriScheme}://${early.extensionId}`;
  const links = { ...app, actions, base, isDemo: early.isDemo, reveal: early.showRow };
  const engineKinds = choices.map(({ kind }) => kind);
  const triage = createTriage({ ...app, actions, waiting: early.waiting });
  return {
    commands: {
      ...bulk.commands,
      ...taskList.commands,
      ...createConnectionCommands(connecting, app.connections, targets),
      ...createFillCommands({ ...app, ...early, engineKinds, newId }, targets),
      ...createJournalCommands(
        {
          ...app,
          ...early,
          filter: early.journalFilter,
          snippetsOf,
        },
        targets,
      ),
      ...createLinkCommands(links, targets),
      ...createExecutionCommands(app, viewers, targets),
      ...createDraftCommands(app),
      'workflowTasks.waiting.triage': triage,
    },
    /** A task's commands on several selected rows. */
    many: bulk.many,
    listFiles: taskList.files,
    outputLanguage,
    openLink: (path: string, query: string) => openLink(links, path, query),
    review: (question: Question) => reviewUpdate(app.connections, viewers, reviewing, question),
    merge: (question: Question) => openConflict(app, documents.tasks, question),
    dispose: () => vscode.Disposable.from(bulk, taskList, outputLanguage).dispose(),
  };
}

export type LateFeatures = ReturnType<typeof createLateFeatures>;
