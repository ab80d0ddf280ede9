import * as vscode from 'vscode';
import type { Listen } from '../app/ports.ts';
import { parseConnections, toSetting } from '../app/connectionSettings.ts';
import type { EngineFields, ParsedConnections } from '../app/connectionSettings.ts';
import type { Connection } from '../domain/connection.ts';

const section = 'workflowTasks';

/** The settings, read when they are asked for. */
export interface Settings {
  connections(): ParsedConnections;
  saveConnections(connections: readonly Connection[]): Promise<void>;
  pageSize(): number;
  refreshSeconds(): number;
  followNextTask(): boolean;
  journalKeep(): number;
  readonly onDidChange: Listen;
}

export function createSettings(engines: readonly EngineFields[]): Settings {
  const read = () => vscode.workspace.getConfiguration(section);
  return {
    connections: () => parseConnections(read().get<unknown>('connections'), engines),
    saveConnections: async (connections) => {
      await read().update(
        'connections',
        connections.map(toSetting),
        vscode.ConfigurationTarget.Global,
      );
    },
    pageSize: () => read().get<number>('pageSize', 50),
    refreshSeconds: () => read().get<number>('refreshSeconds', 5),
    followNextTask: () => read().get<boolean>('followNextTask', true),
    journalKeep: () => read().get<number>('journal.keep', 1000),
    onDidChange: (listener) => {
      const listening = vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) listener();
      });
      return () => listening.dispose();
    },
  };
}
