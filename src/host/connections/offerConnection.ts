import * as vscode from 'vscode';
import type { CommandId } from '../manifest.generated.ts';

const ways: readonly (readonly [title: string, command: CommandId])[] = [
  ['Try the Demo', 'workflowTasks.demo.start'],
  ['Add Connection…', 'workflowTasks.connection.add'],
];

/** Tells the person that there is no connection, and offers the ways to get one. */
export async function offerConnection(): Promise<void> {
  const picked = await vscode.window.showInformationMessage(
    'No connection is set up yet.',
    ...ways.map(([title]) => title),
  );
  const way = ways.find(([title]) => title === picked);
  if (way !== undefined) await vscode.commands.executeCommand(way[1]);
}
