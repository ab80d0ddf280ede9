import * as vscode from 'vscode';
import type { Connection } from '../../domain/connection.ts';
import type { Engine } from '../../domain/engine.ts';
import type { Settings } from '../settings.ts';
import { askForConnection } from './connectionForm.ts';
import type { EngineChoice } from './connectionForm.ts';
import { describeFound, testConnection } from './testConnection.ts';

export interface EditConnectionDeps {
  readonly settings: Settings;
  readonly choices: readonly EngineChoice[];
  createEngine(connection: Connection): Engine;
  newId(): string;
}

/** Asks for a connection's facts, tries it, and saves it only then, or when the person insists. */
export async function editConnection(
  start: Partial<Connection>,
  deps: EditConnectionDeps,
): Promise<void> {
  const connection = await askForConnection(start, deps.choices, deps.newId);
  if (connection === undefined) return;
  const result = await testConnection(connection, deps.createEngine(connection));
  if (result.kind === 'reached') {
    await save(connection, deps.settings);
    void vscode.window.showInformationMessage(describeFound(connection, result.found));
    return;
  }
  const problem = result.kind === 'failed' ? result.text : 'The test was stopped.';
  const choice = await vscode.window.showWarningMessage(
    `${connection.name} is not saved. ${problem}`,
    'Edit',
    'Save Anyway',
  );
  if (choice === 'Edit') await editConnection(connection, deps);
  if (choice === 'Save Anyway') await save(connection, deps.settings);
}

async function save(connection: Connection, settings: Settings): Promise<void> {
  const saved = settings.connections().connections;
  const isKnown = saved.some((other) => other.id === connection.id);
  await settings.saveConnections(
    isKnown
      ? saved.map((other) => (other.id === connection.id ? connection : other))
      : [...saved, connection],
  );
}
