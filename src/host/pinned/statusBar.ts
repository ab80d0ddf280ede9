import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { nextWaiting } from '../../app/nextWaiting.ts';
import { setContextKey } from '../ui/setContextKey.ts';
import type { CommandId } from '../manifest.generated.ts';
import { followNext } from './followNext.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { pinnedItem } from './pinnedItem.ts';
import type { PinnedItem } from './pinnedItem.ts';
import { createPinnedTask } from './pinnedTask.ts';
import { iconFree, markdownFree } from '../words/plainText.ts';
import { pinnedArgument } from '../documents/taskBehind.ts';
import type { AppParts } from '../appParts.ts';
import type { RowDecorations } from '../send/rowDecorations.ts';
import type { Settings } from '../settings.ts';

/** The pinned task in the status bar. */
export interface PinnedStatus extends vscode.Disposable {
  /** The pinned task; read the first time. */
  task(): Promise<Task | undefined>;
}

const command: CommandId = 'workflowTasks.pinned.update';
// Long enough to notice that another task is pinned now.
const followedMs = 8000;
// In a background window, refreshes are this many times rarer.
const unfocusedFactor = 6;

/**
 * The setting `followNextTask` says whether the next waiting task is pinned when the pinned one
 * ends.
 */
export function registerStatusBar(
  app: AppParts,
  decorations: RowDecorations,
  settings: Pick<Settings, 'refreshSeconds' | 'onDidChange' | 'followNextTask'>,
): PinnedStatus {
  const { pins, connections, clock } = app;
  const pinnedTask = createPinnedTask({
    ...app,
    onDidChangeInterval: settings.onDidChange,
    intervalMs: () =>
      settings.refreshSeconds() * 1000 * (vscode.window.state.focused ? 1 : unfocusedFactor),
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
      decoration: decorations.of(pinned.ref),
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
    follow(app, settings.followNextTask),
    { dispose: pinnedTask.onDidChange(draw) },
    { dispose: decorations.onDidChange(draw) },
  );
  return {
    task: async () => {
      const task = await pinnedTask.task();
      return task && offeredTask(task, connections.find(task.ref.connection));
    },
    dispose: () => subscriptions.dispose(),
  };
}

function follow(app: AppParts, isOn: () => boolean): vscode.Disposable {
  return followNext({
    ...app,
    isOn,
    next: async (ref, signal) => {
      const { engine } = await app.connections.connected(ref.connection);
      return nextWaiting(engine, ref, signal);
    },
    onFollowed: (over, task) => {
      const name = iconFree(over.name, 40);
      const next = iconFree(task.name, 40);
      vscode.window.setStatusBarMessage(
        `$(check) ${name} is ${iconFree(over.status, 40)}. Now pinned: ${next}`,
        followedMs,
      );
    },
  });
}

function drawItem(item: vscode.StatusBarItem, look: PinnedItem): void {
  item.text = look.text;
  item.accessibilityInformation = { label: look.accessibilityLabel, role: 'button' };
  item.backgroundColor = look.isProduction
    ? new vscode.ThemeColor('statusBarItem.warningBackground')
    : undefined;
  item.tooltip = tooltipOf(look);
}

/** The Markdown is trusted for our own links. All other text is escaped. */
function tooltipOf({ title, tooltipLines, actions }: PinnedItem): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([pinnedArgument]));
  const links = actions.map(({ label, command: id }) => `[${label}](command:${id}?${argument})`);
  const rows = tooltipLines.map(([label, value]) => `${label}: ${markdownFree(value)}`);
  const tooltip = new vscode.MarkdownString(
    [`**${markdownFree(title)}**`, rows.join('  \n'), links.join(' &nbsp;·&nbsp; ')].join('\n\n'),
  );
  tooltip.isTrusted = { enabledCommands: actions.map((action) => action.command) };
  return tooltip;
}
