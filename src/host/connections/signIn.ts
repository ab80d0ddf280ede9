import * as vscode from 'vscode';
import { linkFree } from '../words/plainText.ts';
import type { Connection, SecretField } from '../../domain/connection.ts';
import type { Secrets } from '../secrets.ts';

/**
 * Asks for a secret. An empty one keeps the present secret; undefined when the person left. The
 * secret goes only to the secret storage and to the server.
 */
export async function askSecret(
  field: SecretField,
  connectionName: string,
  hasOne: boolean,
): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: linkFree(`${connectionName}: ${field.label}`),
    prompt: linkFree(hasOne ? `${field.help} Leave it empty to keep the present one.` : field.help),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => (text === '' && !hasOne ? `${field.label} is needed.` : undefined),
  });
  return typed?.trim();
}

/** Signs in again: with VS Code's Microsoft account, or with a secret that the person types. */
export async function signIn(
  connection: Connection,
  field: SecretField | undefined,
  secrets: Secrets,
): Promise<boolean> {
  if (field?.when(connection.details) === true) {
    const secret = await askSecret(field, connection.name, false);
    if (secret === undefined) return false;
    await secrets.write(connection, secret);
    return true;
  }
  if (connection.details['signIn'] !== 'microsoft') {
    void vscode.window.showInformationMessage(linkFree(`${connection.name} needs no sign-in.`));
    return false;
  }
  const origin = new URL(connection.url).origin;
  await vscode.authentication.getSession('microsoft', [`${origin}/.default`], {
    createIfNone: true,
  });
  return true;
}

/** A token of the Microsoft account in VS Code. It never opens a dialog. */
export async function microsoftToken(scopes: readonly string[]): Promise<string | undefined> {
  const session = await vscode.authentication.getSession('microsoft', scopes, { silent: true });
  return session?.accessToken;
}
