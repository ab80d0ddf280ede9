import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { setContextKey } from '../contextKeys.ts';
import type { CommandId } from '../manifest.generated.ts';
import { offeredTask } from './offeredTask.ts';
import { pinnedItem } from './pinnedItem.ts';
import type { PinnedItem } from './pinnedItem.ts';
import { createPinnedTask } from './pinnedTask.ts';
import type { UpdateContext } from './updateContext.ts';

/** The pinned task in the status bar. */
export interface PinnedStatus extends vscode.Disposable {
  /** The pinned task as it stands in the status bar; read when it never was. */
  task(): Promise<Task | undefined>;
}

const command: CommandId = 'workflowTasks.pinned.update';
// A window in the background is refreshed this many times less often.
const unfocusedFactor = 6;

export function registerStatusBar(
  context: UpdateContext,
  refreshSeconds: () => number,
): PinnedStatus {
  const { pins, marks, connections, clock } = context;
  const pinnedTask = createPinnedTask({
    ...context,
    intervalMs: () => refreshSeconds() * 1000 * (vscode.window.state.focused ? 1 : unfocusedFactor),
  });
  const item = vscode.window.createStatusBarItem(
    'workflowTasks.pinned',
    vscode.StatusBarAlignment.Left,
    50,
  );
  item.name = 'Pinned Task';
  item.command = command;

  const draw = () => {
    const pinned = pins.current();
    setContextKey('workflowTasks.hasPinned', pinned !== undefined);
    if (pinned === undefined) return item.hide();
    const look = pinnedItem({
      pinned,
      task: pinnedTask.current(),
      connection: connections.find(pinned.ref.connection),
      mark: marks.of(pinned.ref),
      problem: pinnedTask.problem(),
      now: clock.now(),
    });
    drawItem(item, look);
    item.show();
  };
  draw();

  const subscriptions = vscode.Disposable.from(
    item,
    pinnedTask,
    { dispose: pinnedTask.onDidChange(draw) },
    { dispose: marks.onDidChange(draw) },
  );
  return {
    task: async () => {
      const task = await pinnedTask.task();
      return task && offeredTask(task, connections.find(task.ref.connection));
    },
    dispose: () => subscriptions.dispose(),
  };
}

function drawItem(item: vscode.StatusBarItem, look: PinnedItem): void {
  item.text = look.text;
  item.accessibilityInformation = { label: look.accessibilityLabel, role: 'button' };
  item.backgroundColor = look.isProduction
    ? new vscode.ThemeColor('statusBarItem.warningBackground')
    : undefined;
  // Not trusted, and every word appended as text: a server's words are never rendered.
  const tooltip = new vscode.MarkdownString('**').appendText(look.title).appendMarkdown('**\n\n');
  for (const [label, value] of look.facts) {
    tooltip.appendMarkdown(`${label}: `).appendText(value).appendMarkdown('  \n');
  }
  item.tooltip = tooltip.appendMarkdown('\n\nClick to update');
}
