import * as vscode from 'vscode';
import type { Connection } from '../domain/connection.ts';
import type { Engine } from '../domain/engine.ts';
import { sameTask } from '../domain/task.ts';
import type { TaskRef } from '../domain/task.ts';
import { givenRow } from './commands/given.ts';
import { registerCommands } from './commands/table.ts';
import { createConnectionCommands } from './connections/connectionCommands.ts';
import type { EngineChoice } from './connections/connectionForm.ts';
import { setContextKey } from './contextKeys.ts';
import { createDemo, isDemo } from './demo.ts';
import type { Demo } from './demo.ts';
import { startDemoServer } from './demoServer.ts';
import type { Secrets } from './secrets.ts';
import type { Services } from './services.ts';
import type { Settings } from './settings.ts';
import { createMarks } from './updates/marks.ts';
import type { Marks } from './updates/marks.ts';
import { registerUpdateFeatures } from './updates/registerUpdateFeatures.ts';
import { createExecutionCommands } from './views/executionCommands.ts';
import { createFilterCommands } from './views/filterCommands.ts';
import { createRefreshCommands } from './views/refreshCommands.ts';
import { createWorkflowsTree } from './views/workflowsTree.ts';
import { createWorkflowsView } from './views/workflowsView.ts';

export interface HostDeps {
  readonly context: vscode.ExtensionContext;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly engines: readonly EngineChoice[];
  createEngine(connection: Connection, typedSecret?: string): Engine;
  newId(): string;
  showLog(): void;
}

/** Everything that VS Code shows of the extension. */
export function registerHost(services: Services, deps: HostDeps): vscode.Disposable {
  const { connections, store, updates, pins, clock, log } = services;

  const demo = createDemo(connections, deps.context.globalState, () =>
    startDemoServer(deps.context.extensionUri),
  );
  const marks = createMarks(updates, clock);
  const { view, tree, filter } = createView(services, deps, { demo, marks });
  const followConnections = () =>
    setContextKey('workflowTasks.hasConnections', connections.list().length > 0);
  followConnections();

  const updateFeatures = registerUpdateFeatures(services, {
    marks,
    reveal: view.reveal,
    isVisible: view.isVisible,
    refreshSeconds: deps.settings.refreshSeconds,
  });
  const commands = registerCommands(
    {
      connections,
      updates: updateFeatures.commands,
      connection: createConnectionCommands({ ...deps, connections, choices: deps.engines }),
      execution: createExecutionCommands({
        connections,
        show: updateFeatures.showExecution,
        pickExecution: updateFeatures.pickExecution,
      }),
      refresh: createRefreshCommands(store, view.redraw),
      filter,
      demo,
      showLog: deps.showLog,
      row: (argument) => givenRow(argument, { find: tree.find, focused: view.focused }),
    },
    log,
  );
  return vscode.Disposable.from(
    commands,
    updateFeatures,
    view,
    marks,
    demo,
    { dispose: connections.onDidChange(followConnections) },
    { dispose: marks.onDidChange(view.redraw) },
    { dispose: pins.onDidChange(view.redraw) },
  );
}

/** The Workflows view, its rows and its filter. */
function createView(
  services: Services,
  { context, settings }: HostDeps,
  { demo, marks }: { readonly demo: Demo; readonly marks: Marks },
) {
  const { connections, store, pins, clock, log } = services;
  const filter = createFilterCommands({
    memory: context.workspaceState,
    statuses: () => statusWords(services),
    onChange: () => store.invalidate(),
  });
  const tree = createWorkflowsTree({
    children: {
      store,
      connections: connections.list,
      problems: () => settings.connections().problems,
      filter: filter.current,
      nowMs: clock.now,
    },
    rows: {
      isReadOnly: (id) => connections.find(id)?.readOnly ?? false,
      isDemo,
      isPinned: (ref) => isPinned(pins.current()?.ref, ref),
      markOf: marks.of,
    },
    log,
  });
  const view = createWorkflowsView({
    tree,
    store,
    clock,
    log,
    filter: filter.current,
    refreshSeconds: settings.refreshSeconds,
    onFirstShown: () => {
      demo
        .resume()
        .catch((error: unknown) => log.error(`The demo did not start: ${String(error)}`));
    },
  });
  return { view, tree, filter };
}

function isPinned(pinned: TaskRef | undefined, ref: TaskRef): boolean {
  return pinned !== undefined && sameTask(pinned, ref);
}

/** The status words that can be filtered by, of all engines that are connected. */
async function statusWords({ connections }: Services): Promise<readonly string[]> {
  const connected = await Promise.all(
    connections.list().map(({ id }) => connections.connected(id)),
  );
  return [...new Set(connected.flatMap(({ engine }) => engine.executionStatuses ?? []))];
}
