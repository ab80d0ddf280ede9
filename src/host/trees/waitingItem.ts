import * as vscode from 'vscode';
import { oneLine } from '../words/plainText.ts';

/** The status bar item with the number of waiting tasks that were found. */
export interface WaitingItem extends vscode.Disposable {
  /** A count of 0 hides the item. */
  show(count: number, sentence: string): void;
}

export function createWaitingItem(): WaitingItem {
  const item = vscode.window.createStatusBarItem(
    'workflowTasks.waitingCount',
    vscode.StatusBarAlignment.Left,
    49,
  );
  item.name = 'Waiting Tasks';
  // VS Code generates this command for the view.
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
