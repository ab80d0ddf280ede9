import * as vscode from 'vscode';
import { createClock } from './app/clock.ts';
import { createConnections } from './app/connections.ts';
import { createPins } from './app/pins.ts';
import { createStore } from './app/store.ts';
import { createDrafts } from './app/updates/drafts.ts';
import { createJournal } from './app/updates/journal.ts';
import { createUpdates } from './app/updates/updates.ts';
import type { Connection } from './domain/connection.ts';
import { engines, rowOf } from './engines/engines.ts';
import { microsoftToken } from './host/connections/signIn.ts';
import { demoSecret, isDemo } from './host/demo.ts';
import type { MockServer } from './host/demo.ts';
import { createLog } from './host/log.ts';
import { registerHost } from './host/registerHost.ts';
import { createSecrets } from './host/secrets.ts';
import { createSettings } from './host/settings.ts';
import { createFileStorage } from './host/storage.ts';

/** Creates the parts and wires them; nothing is requested here. */
export function activate(context: vscode.ExtensionContext): void {
  const { log, show, dispose } = createLog();
  const clock = createClock();
  const settings = createSettings((kind) => rowOf(kind).details);
  const secrets = createSecrets(context.secrets);
  const storage = createFileStorage(context.globalStorageUri);
  const newEngine = (connection: Connection, typedSecret?: string) =>
    rowOf(connection.engine).create({
      ...clock,
      connection,
      microsoftToken,
      debug: log.debug,
      secret: async () =>
        typedSecret ?? (isDemo(connection.id) ? demoSecret : await secrets.read(connection)),
    });
  const connections = createConnections({
    saved: () => settings.connections().connections,
    onDidChangeSaved: settings.onDidChange,
    createEngine: newEngine,
  });
  const store = createStore(connections, settings.pageSize);
  const drafts = createDrafts({ storage, clock });
  const journal = createJournal({ storage, keep: settings.journalKeep });
  const newId = () => crypto.randomUUID();
  const updates = createUpdates({ ...connections, drafts, journal, clock, log, newId });
  const pins = createPins({
    read: () => context.workspaceState.get('pinned'),
    write: (pinned) => context.workspaceState.update('pinned', pinned),
  });
  const services = { connections, store, updates, drafts, journal, pins, log, clock };
  context.subscriptions.push(
    { dispose },
    registerHost(services, {
      context,
      settings,
      secrets,
      engines,
      createEngine: newEngine,
      newId,
      showLog: show,
      startMock: () => startMock(context.extensionUri),
    }),
  );
}

/** The mock server is a bundle of its own, loaded only for the demo. */
async function startMock(extension: vscode.Uri): Promise<MockServer> {
  const bundle = vscode.Uri.joinPath(extension, 'dist', 'mock.cjs').fsPath;
  const { startMock: start } = (await import(bundle)) as {
    startMock(options: { port: number; seed: string }): Promise<MockServer>;
  };
  return start({ port: 0, seed: 'demo' });
}
