import * as vscode from 'vscode';
import type { Connection } from '../../domain/connection.ts';
import type { Engine } from '../../domain/engine.ts';
import type { Secrets } from '../secrets.ts';
import type { Settings } from '../settings.ts';
import { askForConnection } from './connectionForm.ts';
import type { EngineChoice } from './connectionForm.ts';
import { askSecret } from './signIn.ts';
import { describeFound, testConnection } from './testConnection.ts';

export interface EditConnectionDeps {
  readonly settings: Settings;
  readonly choices: readonly EngineChoice[];
  readonly secrets: Secrets;
  /** With the secret just typed, before it is kept anywhere. */
  createEngine(connection: Connection, typedSecret?: string): Engine;
  newId(): string;
}

/** Asks for a connection's facts, tries it, and saves it only then, or when the person insists. */
export async function editConnection(
  start: Partial<Connection>,
  deps: EditConnectionDeps,
): Promise<void> {
  const connection = await askForConnection(start, deps.choices, deps.newId);
  if (connection === undefined) return;
  const secret = await typedSecret(connection, deps);
  if (secret !== undefined) await testAndSave(connection, secret, deps);
}

/** Tries a connection and saves it where it works or the person insists; an empty secret is none. */
export async function testAndSave(
  connection: Connection,
  secret: string,
  deps: EditConnectionDeps,
): Promise<void> {
  const engine =
    secret === '' ? deps.createEngine(connection) : deps.createEngine(connection, secret);
  const result = await testConnection(connection, engine);
  if (result.kind === 'reached') {
    await save(connection, secret, deps);
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
  if (choice === 'Save Anyway') await save(connection, secret, deps);
}

/** Empty where none is needed or the present one stays; undefined when the person went away. */
async function typedSecret(
  connection: Connection,
  deps: EditConnectionDeps,
): Promise<string | undefined> {
  const field = deps.choices.find((choice) => choice.kind === connection.engine)?.secret;
  if (field?.when(connection.details) !== true) return '';
  const present = await deps.secrets.read(connection);
  return askSecret(field, connection.name, present !== undefined);
}

async function save(
  connection: Connection,
  secret: string,
  { settings, secrets }: EditConnectionDeps,
): Promise<void> {
  // The secret first: as soon as the settings change, the views read with it.
  if (secret !== '') await secrets.write(connection, secret);
  const saved = settings.connections().connections;
  const isKnown = saved.some((other) => other.id === connection.id);
  await settings.saveConnections(
    isKnown
      ? saved.map((other) => (other.id === connection.id ? connection : other))
      : [...saved, connection],
  );
}
