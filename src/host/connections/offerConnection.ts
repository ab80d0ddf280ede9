import * as vscode from 'vscode';
import type { CommandId } from '../manifest.generated.ts';

const ways: readonly (readonly [title: string, command: CommandId])[] = [
  ['Try the Demo', 'workflowTasks.demo.start'],
  ['Add Connection…', 'workflowTasks.connection.add'],
];

/** There is no connection, so a command has nothing to work on: says so, with the ways to one. */
export async function offerConnection(): Promise<void> {
  const picked = await vscode.window.showInformationMessage(
    'No connection is set up yet.',
    ...ways.map(([title]) => title),
  );
  const way = ways.find(([title]) => title === picked);
  if (way !== undefined) await vscode.commands.executeCommand(way[1]);
}
