import * as vscode from 'vscode';
import type { Listen } from '../app/ports.ts';
import { listInUse, listOf, withConnection, withoutConnection } from '../app/parseConnections.ts';
import type { EngineFields, ParsedConnections } from '../app/parseConnections.ts';
import { connectionsInUse } from '../app/connections/connectionsInUse.ts';
import { PlainError } from './words/plainError.ts';
import type { Connection } from '../domain/connection.ts';

const section = 'workflowTasks';
const targets = {
  user: vscode.ConfigurationTarget.Global,
  workspace: vscode.ConfigurationTarget.Workspace,
} as const;

/** The settings, read when they are asked for. */
export interface Settings {
  connections(): ParsedConnections;
  /** Adds it, or puts it in place of the one with its id. Throws PlainError. */
  saveConnection(connection: Connection): Promise<void>;
  /** Throws PlainError. */
  removeConnection(id: string): Promise<void>;
  pageSize(): number;
  refreshSeconds(): number;
  followNextTask(): boolean;
  journalKeep(): number;
  /** Do single letters act on the focused row? */
  singleKeys(): boolean;
  turnOnSingleKeys(): Promise<void>;
  takeBackSeconds(): number;
  readonly onDidChange: Listen;
}

export function createSettings(engines: readonly EngineFields[]): Settings {
  const read = () => vscode.workspace.getConfiguration(section);
  const inFiles = () => read().inspect<unknown>('connections') ?? {};
  const write = async (
    { of, value = [] }: ReturnType<typeof listInUse>,
    change: (list: readonly unknown[]) => readonly unknown[],
  ) => {
    if (!Array.isArray(value)) {
      throw new PlainError(
        `Nothing was saved: workflowTasks.connections in the ${of} settings must be a list.`,
      );
    }
    await read().update('connections', change(value), targets[of]);
  };
  const { workspace } = vscode;
  return {
    connections: () => connectionsInUse(inFiles(), workspace.isTrusted, engines),
    saveConnection: (connection) =>
      write(listOf(inFiles(), workspace.isTrusted, connection.id), (list) =>
        withConnection(list, connection),
      ),
    removeConnection: async (id) => {
      const shown = listInUse(inFiles(), workspace.isTrusted);
      const own = listOf(inFiles(), workspace.isTrusted, id);
      // The workspace's first: alone it would be used for a moment.
      const lists = own.of === shown.of ? [shown] : [shown, own];
      for (const list of lists) await write(list, (entries) => withoutConnection(entries, id));
    },
    pageSize: () => read().get<number>('pageSize', 50),
    refreshSeconds: () => read().get<number>('refreshSeconds', 5),
    followNextTask: () => read().get<boolean>('followNextTask', true),
    journalKeep: () => read().get<number>('journal.keep', 1000),
    singleKeys: () => read().get<boolean>('singleKeys', false),
    turnOnSingleKeys: async () => read().update('singleKeys', true, targets.user),
    takeBackSeconds: () => read().get<number>('takeBackSeconds', 3),
    onDidChange: (listener) => {
      const listening = vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) listener();
      });
      return () => listening.dispose();
    },
  };
}
