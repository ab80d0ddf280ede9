import * as vscode from 'vscode';
import { oneLine } from '../words/plainText.ts';

/** The status bar item with the number of waiting tasks that were found. */
export interface WaitingItem extends vscode.Disposable {
  /** Without a count the item is hidden. */
  show(count: string | undefined, sentence: string): void;
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
      if (count === undefined) return item.hide();
      item.text = `$(bell) ${count}`;
      const plain = oneLine(sentence, 500);
      item.tooltip = `${plain}. Click to show them.`;
      item.accessibilityInformation = { label: plain, role: 'button' };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}
