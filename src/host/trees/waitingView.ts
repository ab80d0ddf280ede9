import * as vscode from 'vscode';
import { createPoller } from '../../app/poller.ts';
import type { Clock, Listen, Log } from '../../app/ports.ts';
import type { Stale, Store } from '../../app/store.ts';
import type { Waiting } from '../../app/waiting.ts';
import { isAbort } from '../../domain/engineError.ts';
import type { ViewId } from '../manifest.generated.ts';
import { createWaitingItem } from './waitingItem.ts';
import { countText } from './waitingRows.ts';
import { followVisibility } from './followVisibility.ts';
import { createTaskSteps } from './taskSteps.ts';
import type { TaskSteps } from './taskSteps.ts';
import type { TaskTree } from './taskTree.ts';
import type { WorkflowNode } from './workflowNode.ts';

export interface WaitingView extends vscode.Disposable, TaskSteps {
  selected(): readonly WorkflowNode[];
  isVisible(): boolean;
  redraw(): void;
}

interface WaitingViewParts {
  readonly tree: TaskTree;
  readonly waiting: Waiting;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  refreshSeconds(): number;
  /** Fires when the refresh interval may have changed. */
  readonly onDidChangeInterval: Listen;
  /** Called when the view is first shown. No request is made before. */
  onFirstShown(): void;
}

const viewId: ViewId = 'workflowTasks.waiting';
// A search through executions costs a server more than reading one, so it is this many times rarer.
const slowerFactor = 12;
// An update may let tasks of other executions wait. Updates in a row share one search.
const afterUpdateMs = 3000;

export function createWaitingView(parts: WaitingViewParts): WaitingView {
  const { tree, waiting, clock, log } = parts;
  const view = vscode.window.createTreeView(viewId, {
    treeDataProvider: tree,
    canSelectMany: true,
  });
  const poller = createPoller({
    clock,
    log,
    intervalMs: () => parts.refreshSeconds() * 1000 * slowerFactor,
    tick: (signal) => waiting.reread(signal),
  });

  const item = createWaitingItem();
  const showCount = () => {
    const value = waiting.count();
    const text = countText(value, waiting.hasMore());
    const tooltip = text === '1' ? '1 task waits' : `${text} tasks wait`;
    view.badge = value === 0 ? undefined : { value, tooltip };
    item.show(value === 0 ? undefined : text, tooltip);
  };
  let later = new AbortController();
  const follow = async ({ connection, execution }: Stale) => {
    later.abort();
    if (connection === undefined || execution === undefined) return waiting.invalidate();
    later = new AbortController();
    const { signal } = later;
    try {
      await waiting.touch(connection, execution);
      await clock.wait(afterUpdateMs, signal);
      if (view.visible) await waiting.reread(signal);
    } catch (error) {
      if (!isAbort(error)) log.debug(`Waiting tasks were not read again: ${String(error)}`);
    }
  };
  const subscriptions = vscode.Disposable.from(
    view,
    item,
    tree,
    poller,
    {
      dispose: waiting.onDidChange(() => (view.visible ? void tree.refresh() : tree.forget())),
    },
    { dispose: waiting.onDidCount(showCount) },
    { dispose: parts.store.onDidInvalidate((stale) => void follow(stale)) },
    { dispose: () => later.abort() },
    { dispose: parts.onDidChangeInterval(() => poller.again()) },
    followVisibility(view, poller, () => parts.onFirstShown()),
    view.onDidCollapseElement((event) => tree.closed(event.element)),
  );

  return {
    ...createTaskSteps(view, tree),
    selected: () => view.selection,
    isVisible: () => view.visible,
    redraw: () => tree.redraw(),
    dispose: () => subscriptions.dispose(),
  };
}
