import * as vscode from 'vscode';
import type { TaskRef } from '../../domain/task.ts';
import type { Bulk } from '../bulk/bulk.ts';
import { createLazyBulk } from '../bulk/bulk.ts';
import type { GivenExecution } from '../commands/given.ts';
import type { LoadOnDemand } from '../onDemand.ts';
import type { Services } from '../services.ts';
import type { UpdateCommands } from './commands.ts';
import { createDraftCommands } from './draftCommands.ts';
import { createJournalCommands } from './journalCommands.ts';
import type { Marks } from './marks.ts';
import { registerOutputDocuments } from './outputDocuments.ts';
import { pickExecution } from './pickTask.ts';
import { createPinnedCommands } from './pinnedCommands.ts';
import { registerReadOnlyDocuments } from './readOnlyDocuments.ts';
import { createReviewing } from './reviewing.ts';
import { registerStatusBar } from './statusBar.ts';
import { createTaskCommands } from './taskCommands.ts';
import type { UpdateContext } from './updateContext.ts';
import { registerUpdatesView } from './updatesView.ts';

export interface UpdateFeaturesDeps {
  readonly marks: Marks;
  reveal(ref: TaskRef): Promise<void>;
  /** Is the Workflows view on show? */
  isVisible(): boolean;
  refreshSeconds(): number;
  readonly onDemand: LoadOnDemand;
}

export interface UpdateFeatures extends vscode.Disposable {
  readonly commands: UpdateCommands;
  readonly bulk: Bulk;
  showExecution(given: GivenExecution): Promise<void>;
  /** Asks for an execution with pickers; undefined when the person went away. */
  pickExecution(): Promise<GivenExecution | undefined>;
}

/** Everything with which a person composes, sends and sees updates. */
export function registerUpdateFeatures(
  services: Services,
  deps: UpdateFeaturesDeps,
): UpdateFeatures {
  const views = registerReadOnlyDocuments(services);
  const documents = registerOutputDocuments(services);
  const { tasks } = documents;
  const context: UpdateContext = {
    ...services,
    ...deps,
    views,
    tasks,
    reviewing: createReviewing(),
  };
  const bulk = createLazyBulk(deps.onDemand, context);
  const status = registerStatusBar(context, deps.refreshSeconds);
  const stop = new AbortController();
  services.updates.settle(stop.signal).catch((error: unknown) => {
    services.log.error(`Updates in flight were not settled: ${String(error)}`);
  });
  const registrations = vscode.Disposable.from(
    views,
    documents,
    bulk,
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
    bulk,
    showExecution: views.showExecution,
    pickExecution: () => pickExecution(services),
    dispose: () => registrations.dispose(),
  };
}
