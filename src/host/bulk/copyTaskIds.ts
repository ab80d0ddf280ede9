import * as vscode from 'vscode';
import type { ChosenTasks } from './chosenTasks.ts';

/** The ids of the selected tasks, one a line. */
export async function copyTaskIds({ tasks }: ChosenTasks): Promise<void> {
  await vscode.env.clipboard.writeText(tasks.map(({ ref }) => ref.task).join('\n'));
  vscode.window.setStatusBarMessage(`Copied the IDs of ${tasks.length} tasks`, 3000);
}
