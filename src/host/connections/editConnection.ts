import * as vscode from 'vscode';
import { linkFree } from '../words/plainText.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Engine } from '../../domain/engine.ts';
import type { Secrets } from '../secrets.ts';
import type { Settings } from '../settings.ts';
import { askForConnection, forgetForm } from './askForConnection.ts';
import { describeFound } from './describeFound.ts';
import type { EngineChoice } from './engineChoice.ts';
import { testConnection } from './testConnection.ts';

export interface EditParts {
  readonly settings: Settings;
  readonly choices: readonly EngineChoice[];
  readonly secrets: Secrets;
  /** Keeps an unfinished form. */
  readonly memory: vscode.Memento;
  /** `typedSecret` is used before it is stored. */
  createEngine(connection: Connection, typedSecret?: string): Promise<Engine>;
  newId(): string;
}

/**
 * Asks for a connection's details, tests it, and saves it if the test passes or the person insists.
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
 * Tests a connection and saves it if the test passes or the person insists. An empty secret means
 * none. True when it was saved.
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
    void vscode.window.showInformationMessage(
      linkFree(describeFound(connection, result.found, parts.choices)),
    );
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
  // Store the secret first, because the views use it as soon as the settings change.
  if (secret !== '') await secrets.write(connection, secret);
  await settings.saveConnection(connection);
}
