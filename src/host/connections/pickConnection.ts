import * as vscode from 'vscode';
import type { Connection } from '../../domain/connection.ts';

/** Asks which connection; undefined when the person went away. */
export async function pickConnection(
  connections: readonly Connection[],
  title: string,
): Promise<Connection | undefined> {
  const items = connections.map((connection) => ({
    label: connection.name,
    description: connection.url,
    connection,
  }));
  const placeHolder = 'On which connection?';
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.connection;
}
