import * as vscode from 'vscode';
import { eventually } from './eventually.ts';
import type { WaitingTask } from './scene.ts';

/** What VS Code hands to a command of a row's menu, as far as the commands look at it. */
export interface RowArgument {
  readonly id: string;
}

/** The Workflows view, as a keybinding names it to a command. */
export const workflowsView = 'workflowTasks.workflows';

// Where the row opens its document meanwhile, leaving a picker that is not there does no harm.
const askingMs = 300;

/**
 * Opens the Waiting view and waits until it shows the task: its row then opens the task's
 * document. Closes the document again.
 */
export async function waitingRow(task: WaitingTask): Promise<RowArgument> {
  const row = { id: `waiting/${task.connection}//${task.id}` };
  await vscode.commands.executeCommand('workflowTasks.waiting.focus');
  await eventually(`a row of ${task.name}`, async () => {
    // A server's index may need a while until it finds what has just been started.
    await vscode.commands.executeCommand('workflowTasks.waiting.refresh');
    await openOrLeave(row);
    return shownTask()?.includes(task.id);
  });
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  return row;
}

/** Puts the keyboard on the first task below the first connection, as keys do it. */
export async function walkToTask(): Promise<void> {
  await vscode.commands.executeCommand(`${workflowsView}.focus`);
  await vscode.commands.executeCommand('list.focusFirst');
  for (const _level of ['workflow', 'execution', 'task']) {
    await vscode.commands.executeCommand('list.expand');
    await vscode.commands.executeCommand('list.focusDown');
  }
}

/** Where the view has not handed out the row yet, the command asks for a task: leave that. */
export async function openOrLeave(row: RowArgument): Promise<void> {
  const leaving = setInterval(
    () => void vscode.commands.executeCommand('workbench.action.closeQuickOpen'),
    askingMs,
  );
  try {
    await vscode.commands.executeCommand('workflowTasks.task.open', row);
  } finally {
    clearInterval(leaving);
  }
}

/** What the address of the task document on show says, with its ids. */
export function shownTask(): string | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri?.scheme === 'workflow-tasks-view' ? uri.query : undefined;
}
