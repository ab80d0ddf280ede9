import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import { isAbort } from '../../domain/engineError.ts';
import { errorText } from '../words/errorText.ts';
import type { Remedy } from '../words/errorText.ts';
import { linkFree } from '../words/plainText.ts';
import type { CommandId } from '../manifest.generated.ts';

const buttons: Readonly<Record<Remedy, string>> = {
  retry: 'Try Again',
  signIn: 'Sign In…',
  editConnection: 'Edit Connection…',
  showLog: 'Show Log',
};

const commands: Readonly<Record<Exclude<Remedy, 'retry'>, CommandId>> = {
  signIn: 'workflowTasks.connection.signIn',
  editConnection: 'workflowTasks.connection.edit',
  showLog: 'workflowTasks.log.show',
};

/**
 * Reports every failed command to the person: one sentence, with buttons for the remedies. A
 * cancelled command reports nothing.
 */
export async function runCommand(id: string, work: () => Promise<void>, log: Log): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isAbort(error)) return;
    const { text, remedies } = errorText(error);
    log.error(`${id}: ${text}`);
    const titles = remedies.map((remedy) => buttons[remedy]);
    const picked = await vscode.window.showErrorMessage(linkFree(text), ...titles);
    const remedy = remedies.find((candidate) => buttons[candidate] === picked);
    if (remedy === 'retry') return runCommand(id, work, log);
    if (remedy !== undefined) await vscode.commands.executeCommand(commands[remedy]);
  }
}
