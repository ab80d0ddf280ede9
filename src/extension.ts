import * as vscode from 'vscode';
import { createClock } from './app/clock.ts';
import { createConnections } from './app/connections.ts';
import { lazy } from './app/lazy.ts';
import { createPins } from './app/pins.ts';
import { createStore } from './app/store.ts';
import { createDrafts } from './app/drafts/drafts.ts';
import { createJournal } from './app/journal/journal.ts';
import { createUpdates } from './app/updates/updates.ts';
import type { Connection } from './domain/connection.ts';
import { engines, engineDefinitionOf } from './engines/engines.ts';
import { microsoftToken } from './host/connections/signIn.ts';
import { demoSecret, isDemo } from './host/demo.ts';
import { createLog } from './host/log.ts';
import { pinMemory } from './host/pinMemory.ts';
import { registerHost } from './host/registerHost.ts';
import { createSecrets } from './host/secrets.ts';
import { createSettings } from './host/settings.ts';
import { createFileStorage } from './host/storage.ts';
import type { TestSurface } from './host/testSurface.ts';
import type { Transport } from './http/transport.ts';

/** Creates the parts and wires them; nothing is requested here. */
export function activate(context: vscode.ExtensionContext): TestSurface | undefined {
  const isTest = context.extensionMode === vscode.ExtensionMode.Test;
  const { log, logged, show, dispose } = createLog(isTest);
  const clock = createClock();
  const made = lazy(async () => (await import('./http/nodeTransport.ts')).createNodeTransport());
  const transport: Transport = async (config) => (await made.get())(config);
  const settings = createSettings(engines);
  const secrets = createSecrets(context.secrets);
  const storage = createFileStorage(context.globalStorageUri.fsPath);
  const newEngine = (connection: Connection, typedSecret?: string) =>
    engineDefinitionOf(connection.engine).create({
      connection,
      transport,
      clock,
      log,
      microsoftToken,
      secret: async () =>
        typedSecret ?? (isDemo(connection.id) ? demoSecret : await secrets.read(connection)),
    });
  const connections = createConnections({
    saved: () => settings.connections().connections,
    onDidChangeSaved: settings.onDidChange,
    createEngine: newEngine,
  });
  const store = createStore(connections, settings.pageSize, clock);
  const drafts = createDrafts({ storage, clock });
  const journal = createJournal({ storage, keep: settings.journalKeep });
  const newId = () => crypto.randomUUID();
  const updates = createUpdates({ ...connections, drafts, journal, clock, log, newId });
  const pins = createPins(pinMemory(context.workspaceState));
  const app = { connections, store, updates, drafts, journal, pins, log, clock };
  const outside = { context, settings, secrets, engines, createEngine: newEngine, storage, newId };
  context.subscriptions.push({ dispose }, registerHost(app, { ...outside, showLog: show }));
  return isTest ? { secrets, logged } : undefined;
}
