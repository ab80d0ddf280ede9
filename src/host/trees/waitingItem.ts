import * as vscode from 'vscode';
import { oneLine } from '../words/plainText.ts';

/** How many tasks wait, in the status bar beside the pinned one, as far as was read. */
export interface WaitingItem extends vscode.Disposable {
  /** Nothing is shown for 0. */
  show(count: number, sentence: string): void;
}

export function createWaitingItem(): WaitingItem {
  const item = vscode.window.createStatusBarItem(
    'workflowTasks.waitingCount',
    vscode.StatusBarAlignment.Left,
    49,
  );
  item.name = 'Waiting Tasks';
  // VS Code's own command of the view.
  item.command = 'workflowTasks.waiting.focus';
  return {
    show: (count, sentence) => {
      if (count === 0) return item.hide();
      item.text = `$(bell) ${count}`;
      const plain = oneLine(sentence, 500);
      item.tooltip = `${plain}. Click to show them.`;
      item.accessibilityInformation = { label: plain, role: 'button' };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}
