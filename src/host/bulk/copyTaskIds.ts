import * as vscode from 'vscode';
import { countText } from '../../app/bulk/countText.ts';
import type { ChosenTasks } from './chosenTasks.ts';

/** The ids of the selected tasks, one a line. */
export async function copyTaskIds({ tasks }: ChosenTasks): Promise<void> {
  if (tasks.length === 0) {
    void vscode.window.showInformationMessage('No task is among the selected rows.');
    return;
  }
  await vscode.env.clipboard.writeText(tasks.map(({ ref }) => ref.task).join('\n'));
  vscode.window.setStatusBarMessage(`Copied the IDs of ${countText(tasks.length)}`, 3000);
}
