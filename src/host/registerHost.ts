import * as vscode from 'vscode';
import type { Log, Storage } from '../app/ports.ts';
import type { Connections } from '../app/connections.ts';
import { createLastSent } from '../app/journal/lastSent.ts';
import type { Connection } from '../domain/connection.ts';
import type { Engine } from '../domain/engine.ts';
import { registerCommands } from './commands/table.ts';
import { connectionCommandsOnDemand } from './connections/connectionCommandsOnDemand.ts';
import type { EngineChoice } from './connections/connectionForm.ts';
import { setContextKey } from './ui/contextKeys.ts';
import { createDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { startDemoServer } from './demoServer.ts';
import { fillCommandsOnDemand } from './fill/fillCommandsOnDemand.ts';
import { createOnDemand } from './onDemand.ts';
import type { LoadOnDemand } from './onDemand.ts';
import { registerEntrances } from './registerEntrances.ts';
import type { Secrets } from './secrets.ts';
import type { Services } from './services.ts';
import type { Settings } from './settings.ts';
import { createMarks } from './send/marks.ts';
import type { OutputDocuments } from './outputDocument/outputDocuments.ts';
import { registerUpdateFeatures } from './registerUpdateFeatures.ts';
import type { UpdateFeatures } from './registerUpdateFeatures.ts';
import { createViews } from './trees/createViews.ts';
import { createExecutionCommands } from './trees/executionCommands.ts';
import { createRefreshCommands } from './trees/refreshCommands.ts';

export interface HostDeps {
  readonly context: vscode.ExtensionContext;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly engines: readonly EngineChoice[];
  createEngine(connection: Connection, typedSecret?: string): Promise<Engine>;
  readonly storage: Storage;
  newId(): string;
  showLog(): void;
}

/** Everything that VS Code shows of the extension. */
export function registerHost(services: Services, deps: HostDeps): vscode.Disposable {
  const { connections, updates, pins, clock, log } = services;
  const { context, settings } = deps;
  const demo = demoOf(connections, context);
  const onDemand = createOnDemand(context.extensionUri);
  const marks = createMarks(updates, clock);
  const lastSent = createLastSent(services.journal);
  const { filter, waiting, waitingCommands, workflows, waitingView } = createViews({
    services,
    settings,
    memory: context.workspaceState,
    marks,
    lastSent,
    onFirstShown: () => void resumeDemo(demo, log),
  });
  const redraw = () => [workflows, waitingView].forEach((view) => view.redraw());
  const updateFeatures = registerUpdateFeatures(services, {
    marks,
    onDemand,
    lastSent,
    memory: context.workspaceState,
    reveal: workflows.reveal,
    isVisible: () => workflows.isVisible() || waitingView.isVisible(),
    refreshSeconds: settings.refreshSeconds,
    onDidChangeInterval: settings.onDidChange,
    followNextTask: settings.followNextTask,
  });
  const entrances = registerEntrances(services, {
    ...deps,
    onDemand,
    features: updateFeatures,
    waiting,
    reveal: workflows.show,
  });
  const commands = registerCommands(log, {
    ...entrances,
    ...updateFeatures,
    updates: updateFeatures.commands,
    connections,
    ...ownCommands(services, updateFeatures, workflows.refresh),
    ...commandsOnDemand(services, deps, updateFeatures.documents, onDemand),
    filter,
    waiting: waitingCommands,
    demo,
    showLog: deps.showLog,
    views: { 'workflowTasks.workflows': workflows, 'workflowTasks.waiting': waitingView },
  });
  return vscode.Disposable.from(
    commands,
    updateFeatures,
    entrances,
    workflows,
    waitingView,
    marks,
    demo,
    followConnections(connections),
    lastSent,
    ...[marks, pins, lastSent].map(({ onDidChange }) => ({ dispose: onDidChange(redraw) })),
  );
}

/** The commands of executions, and of reading anew. */
function ownCommands(
  { connections, store }: Services,
  features: UpdateFeatures,
  refresh: () => Promise<void>,
) {
  return {
    execution: createExecutionCommands({ connections, ...features }),
    refresh: createRefreshCommands(store, refresh),
  };
}

function demoOf(connections: Connections, context: vscode.ExtensionContext): Demo {
  return createDemo(connections, context.globalState, () => startDemoServer(context.extensionUri));
}

/** Menus and welcome texts differ where there is no connection yet. */
function followConnections({ list, onDidChange }: Connections): vscode.Disposable {
  const follow = () => setContextKey('workflowTasks.hasConnections', list().length > 0);
  follow();
  return { dispose: onDidChange(follow) };
}

/** Commands of the second bundle that only this file hands everything to. */
function commandsOnDemand(
  services: Services,
  deps: HostDeps,
  documents: OutputDocuments,
  onDemand: LoadOnDemand,
) {
  const { context, engines, newId } = deps;
  return {
    connection: connectionCommandsOnDemand(onDemand, {
      ...deps,
      connections: services.connections,
      choices: engines,
      memory: context.globalState,
    }),
    fill: fillCommandsOnDemand(onDemand, {
      ...services,
      documents,
      memory: context.workspaceState,
      engineKinds: engines.map(({ kind }) => kind),
      // Beside the folder with the extensions' storage, for each of VS Code's profiles.
      userSettings: vscode.Uri.joinPath(context.globalStorageUri, '..', '..', 'settings.json'),
      newId,
    }),
  };
}

async function resumeDemo(demo: Demo, log: Log): Promise<void> {
  try {
    await demo.resume();
  } catch (error) {
    log.error(`The demo did not start: ${String(error)}`);
  }
}
