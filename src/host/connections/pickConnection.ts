import * as vscode from 'vscode';
import { iconFree, oneLine } from '../words/plainText.ts';
import type { Connection } from '../../domain/connection.ts';
import { offerConnection } from './offerConnection.ts';

/** Asks for a connection; undefined when the person left or there is none. */
export async function pickConnection(
  connections: readonly Connection[],
  title: string,
): Promise<Connection | undefined> {
  if (connections.length === 0) {
    void offerConnection();
    return undefined;
  }
  const items = connections.map((connection) => ({
    label: iconFree(connection.name),
    description: iconFree(connection.url),
    connection,
  }));
  const placeHolder = 'On which connection?';
  return (await vscode.window.showQuickPick(items, { title: oneLine(title), placeHolder }))
    ?.connection;
}
