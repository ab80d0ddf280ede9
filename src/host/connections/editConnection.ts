import * as vscode from 'vscode';
import { linkFree } from '../words/plainText.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Engine } from '../../domain/engine.ts';
import type { Secrets } from '../secrets.ts';
import type { Settings } from '../settings.ts';
import { askForConnection, forgetForm } from './askForConnection.ts';
import type { EngineChoice } from './engineChoice.ts';
import { describeFound, testConnection } from './testConnection.ts';

export interface EditParts {
  readonly settings: Settings;
  readonly choices: readonly EngineChoice[];
  readonly secrets: Secrets;
  /** Keeps a form that was left. */
  readonly memory: vscode.Memento;
  /** With the secret just typed, before it is kept anywhere. */
  createEngine(connection: Connection, typedSecret?: string): Promise<Engine>;
  newId(): string;
}

/**
 * Asks for a connection's facts, tries it, and saves it only then, or when the person insists.
 * True when it was saved.
 */
export async function editConnection(
  start: Partial<Connection>,
  parts: EditParts,
): Promise<boolean> {
  const { secrets, memory } = parts;
  const filledIn = await askForConnection(start, {
    ...parts,
    hasSecret: async (connection) => (await secrets.read(connection)) !== undefined,
  });
  if (filledIn === undefined) {
    vscode.window.setStatusBarMessage('What you typed is kept: the form goes on there', 5000);
    return false;
  }
  const { connection, secret } = filledIn;
  const isSaved = await testAndSave(connection, secret, parts);
  if (isSaved) await forgetForm(memory, start.id);
  return isSaved;
}

/**
 * Tries a connection and saves it where it works or the person insists; an empty secret is none.
 * True when it was saved.
 */
export async function testAndSave(
  connection: Connection,
  secret: string,
  parts: EditParts,
): Promise<boolean> {
  const engine = await (secret === ''
    ? parts.createEngine(connection)
    : parts.createEngine(connection, secret));
  const result = await testConnection(connection, engine);
  if (result.kind === 'reached') {
    await save(connection, secret, parts);
    void vscode.window.showInformationMessage(linkFree(describeFound(connection, result.found)));
    return true;
  }
  const problem = result.kind === 'failed' ? result.text : 'The test was stopped.';
  const choice = await vscode.window.showWarningMessage(
    linkFree(`${connection.name} is not saved. ${problem}`, 600),
    'Edit',
    'Save Anyway',
  );
  if (choice === 'Edit') return editConnection(connection, parts);
  if (choice !== 'Save Anyway') return false;
  await save(connection, secret, parts);
  return true;
}

async function save(
  connection: Connection,
  secret: string,
  { settings, secrets }: EditParts,
): Promise<void> {
  // The secret first: as soon as the settings change, the views read with it.
  if (secret !== '') await secrets.write(connection, secret);
  await settings.saveConnection(connection);
}
