import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import { lazy } from '../app/lazy.ts';
import type { Lazy } from '../app/lazy.ts';
import type { Log, Storage } from '../app/ports.ts';
import { refreshSettled } from '../app/refreshSettled.ts';
import { createLastSent } from '../app/journal/lastSent.ts';
import type { Connection } from '../domain/connection.ts';
import type { Engine } from '../domain/engine.ts';
import type { Task } from '../domain/task.ts';
import type { createLateFeatures, EarlyParts, LateFeatures } from '../onDemand.ts';
import type { AppParts } from './appParts.ts';
import type { Composition } from './compose/composition.ts';
import type { EngineChoice } from './connections/engineChoice.ts';
import { createDemo, isDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { startDemoServer } from './startDemoServer.ts';
import { registerViewers } from './documents/viewers.ts';
import { taskBehind } from './documents/taskBehind.ts';
import { createJournalFilterState } from './journal/journalFilterState.ts';
import { registerUpdatesView } from './journal/updatesView.ts';
import { registerLinkHandler } from './links/linkHandler.ts';
import { confirmLineEnds } from './outputDocument/confirmLineEnds.ts';
import { createOutputCommands } from './outputDocument/outputCommands.ts';
import { registerOutputDocuments } from './outputDocument/outputDocuments.ts';
import { createPinnedCommands } from './pinned/pinnedCommands.ts';
import { registerStatusBar } from './pinned/statusBar.ts';
import { registerCommands } from './registerCommands.ts';
import type { Secrets } from './secrets.ts';
import { createReviewing } from './send/reviewing.ts';
import { createRowDecorations } from './send/rowDecorations.ts';
import { createSender } from './send/sender.ts';
import type { Settings } from './settings.ts';
import { registerListFileSystem } from './taskList/listFileSystem.ts';
import { createRepeatLast } from './tasks/repeatLast.ts';
import { createTaskCommands } from './tasks/taskCommands.ts';
import type { ManyCommands } from './tasks/taskCommands.ts';
import { updateTask } from './tasks/updateTask.ts';
import { createCommandTargets } from './trees/commandTargets.ts';
import { createRefreshCommands } from './trees/refreshCommands.ts';
import { createTrees } from './trees/createTrees.ts';
import { setContextKey } from './ui/setContextKey.ts';

/** What extension.ts passes in besides the app layer. */
export interface Outside {
  readonly context: vscode.ExtensionContext;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly engines: readonly EngineChoice[];
  createEngine(connection: Connection, typedSecret?: string): Promise<Engine>;
  readonly storage: Storage;
  newId(): string;
  showLog(): void;
}

type Late = Lazy<LateFeatures>;

/** Registers everything that VS Code shows of the extension. */
export function registerHost(app: AppParts, outside: Outside): vscode.Disposable {
  const demo = createDemo(app.connections, outside.context.globalState, () =>
    startDemoServer(outside.context.extensionUri),
  );
  const late: Late = lazy(async () => {
    const create = await loadLateFeatures(outside.context.extensionUri);
    return create(app, { ...screens.parts, ...lateParts(outside) });
  });
  const screens = registerScreens(app, outside, late, () => void resumeDemo(demo, app.log));
  const commands = registerCommands(
    { log: app.log, packageJson: outside.context.extension.packageJSON },
    {
      ...earlyCommands(app, screens, late),
      ...demo.commands,
      'workflowTasks.log.show': async () => outside.showLog(),
    },
    async () => (await late.get()).commands,
  );
  return vscode.Disposable.from(
    commands,
    screens,
    demo,
    registerLinkHandler(async (path, query) => (await late.get()).openLink(path, query), app.log),
    registerListFileSystem(async () => (await late.get()).listFiles),
    followConnections(app),
    { dispose: recoverUpdates(app) },
    { dispose: refreshSettled(app.updates, app.store, app.clock) },
    { dispose: () => void late.ifMade(({ dispose }) => dispose()) },
  );
}

type Screens = ReturnType<typeof registerScreens>;

/** The trees, the documents and the status bar. */
function registerScreens(app: AppParts, outside: Outside, late: Late, onFirstShown: () => void) {
  const { settings } = outside;
  const memory = outside.context.workspaceState;
  const decorations = createRowDecorations(app.updates, app.clock);
  const lastSent = createLastSent(app.journal);
  const trees = createTrees({ app, settings, memory, decorations, lastSent, onFirstShown });
  const { workflows, waitingView, waiting } = trees;
  const viewers = registerViewers(app);
  const documents = registerOutputDocuments(
    app,
    memory,
    async () => (await late.get()).outputLanguage,
  );
  const status = registerStatusBar(app, decorations, settings);
  const sender = createSender(app, {
    viewers,
    isVisible: () => workflows.isVisible() || waitingView.isVisible(),
    review: async (question) => (await late.get()).review(question),
    merge: async (question) => (await late.get()).merge(question),
  });
  const targets = createCommandTargets(
    app.connections,
    { 'workflowTasks.workflows': workflows, 'workflowTasks.waiting': waitingView },
    (argument) => taskBehind(argument, app.store, status.task),
  );
  const journalFilter = createJournalFilterState(app, memory);
  const redraw = () => [workflows, waitingView].forEach((view) => view.redraw());
  const registrations = vscode.Disposable.from(
    viewers,
    documents,
    status,
    journalFilter,
    workflows,
    waitingView,
    decorations,
    lastSent,
    registerUpdatesView(app, journalFilter),
    ...[decorations, app.pins, lastSent].map((one) => ({ dispose: one.onDidChange(redraw) })),
  );
  const parts = {
    sender,
    viewers,
    documents,
    reviewing: createReviewing(),
    targets,
    journalFilter,
    lastSent,
    waiting,
    filter: trees.filter,
    reveal: workflows.reveal,
    showRow: workflows.show,
    confirmLineEnds,
    compose: (task: Task, prefill: Composition) =>
      updateTask(app, sender, documents, { task, prefill }),
  };
  return { parts, trees, status, dispose: () => registrations.dispose() };
}

/** The commands whose code is in the start bundle. */
function earlyCommands(app: AppParts, { parts, trees, status }: Screens, late: Late) {
  const { sender, viewers, documents, targets, reviewing, lastSent } = parts;
  const many: ManyCommands = {
    update: async (chosen) => (await late.get()).many.update(chosen),
    complete: async (chosen) => (await late.get()).many.complete(chosen),
    fail: async (chosen) => (await late.get()).many.fail(chosen),
    editOutput: async (chosen) => (await late.get()).many.editOutput(chosen),
  };
  const repeat = createRepeatLast(app, sender, lastSent, parts.compose);
  return {
    ...createTaskCommands(app, { sender, viewers, documents, targets, many, repeat }),
    ...createOutputCommands(app, sender, documents, viewers),
    ...createPinnedCommands(app, { sender, documents, viewers, status }),
    ...createRefreshCommands(app.store, trees.waiting, trees.workflows.refresh, targets),
    ...trees.commands,
    'workflowTasks.review.send': async () => reviewing.send(),
  };
}

/** The parts that only the late features need. */
function lateParts({ context, ...outside }: Outside) {
  return {
    connecting: { ...outside, choices: outside.engines, memory: context.globalState },
    isDemo,
    storage: outside.storage,
    memory: context.workspaceState,
    // The settings of VS Code's profile lie beside the folder with the extensions' storage.
    userSettings: vscode.Uri.joinPath(context.globalStorageUri, '..', '..', 'settings.json'),
    extensionId: context.extension.id,
  } satisfies Partial<EarlyParts>;
}

async function loadLateFeatures(extension: vscode.Uri): Promise<typeof createLateFeatures> {
  const bundle = vscode.Uri.joinPath(extension, 'dist', 'onDemand.cjs').fsPath;
  const loaded = (await import(pathToFileURL(bundle).href)) as {
    readonly createLateFeatures: typeof createLateFeatures;
  };
  return loaded.createLateFeatures;
}

/** Settles the updates that an earlier run left in flight. Returns how to stop all later readings. */
function recoverUpdates({ updates, log }: AppParts): () => void {
  const stop = new AbortController();
  updates.recover(stop.signal).catch((error: unknown) => {
    log.error(`Updates in flight were not settled: ${String(error)}`);
  });
  return () => {
    stop.abort();
    updates.dispose();
  };
}

/** Sets the context key that menus and welcome texts use when there is no connection. */
function followConnections({ connections }: AppParts): vscode.Disposable {
  const follow = () => setContextKey('workflowTasks.hasConnections', connections.list().length > 0);
  follow();
  return { dispose: connections.onDidChange(follow) };
}

async function resumeDemo(demo: Demo, log: Log): Promise<void> {
  try {
    await demo.resume();
  } catch (error) {
    log.error(`The demo did not start: ${String(error)}`);
  }
}
