import * as vscode from 'vscode';
import { linkFree } from '../words/plainText.ts';
import { createPoller } from '../../app/poller.ts';
import type { Clock, Listen, Log } from '../../app/ports.ts';
import type { Store } from '../../app/store.ts';
import { describeFilter, listFilter } from '../../app/viewFilter.ts';
import type { ViewFilter } from '../../app/viewFilter.ts';
import type { TaskRef } from '../../domain/task.ts';
import { findRow } from './findRow.ts';
import { followVisibility } from './followVisibility.ts';
import { createTaskSteps } from './taskSteps.ts';
import type { TaskSteps } from './taskSteps.ts';
import type { ViewId } from '../manifest.generated.ts';
import { shownOf } from './shownOf.ts';
import type { TaskTree } from './taskTree.ts';
import type { WorkflowNode } from './workflowNode.ts';

export interface WorkflowsView extends vscode.Disposable, TaskSteps {
  selected(): readonly WorkflowNode[];
  isVisible(): boolean;
  /** Selects the task's row if it is loaded. */
  reveal(ref: TaskRef): Promise<void>;
  /** Shows the view and selects the task's row, expanding its parents; false when it has no row. */
  show(ref: TaskRef): Promise<boolean>;
  /** Draws the present rows again. */
  redraw(): void;
  /** Reads the open rows again, then shows them. */
  refresh(): Promise<void>;
}

interface WorkflowsViewParts {
  readonly tree: TaskTree;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  filter(): ViewFilter;
  refreshSeconds(): number;
  /** Fires when the refresh interval may have changed. */
  readonly onDidChangeInterval: Listen;
  /** Called when the view is first shown. No request is made before. */
  onFirstShown(): void;
}

const viewId: ViewId = 'workflowTasks.workflows';
// In a background window, refreshes are this many times rarer.
const unfocusedFactor = 6;

export function createWorkflowsView(parts: WorkflowsViewParts): WorkflowsView {
  const { tree, store, clock, log } = parts;
  const view = vscode.window.createTreeView(viewId, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });

  const poller = createPoller({
    clock,
    log,
    intervalMs: () =>
      parts.refreshSeconds() * 1000 * (vscode.window.state.focused ? 1 : unfocusedFactor),
    tick: () =>
      store.reread(shownOf(tree.open(), (workflow) => listFilter(parts.filter(), workflow))),
  });

  const refresh = async () => {
    const filter = describeFilter(parts.filter());
    view.message = filter === '' ? '' : linkFree(`Only ${filter}`);
    if (!view.visible) return tree.forget();
    await vscode.window.withProgress({ location: { viewId } }, () => tree.refresh());
  };

  const subscriptions = vscode.Disposable.from(
    view,
    tree,
    poller,
    { dispose: store.onDidChange(() => void refresh()) },
    { dispose: parts.onDidChangeInterval(() => poller.again()) },
    followVisibility(view, poller, () => parts.onFirstShown()),
    view.onDidCollapseElement((event) => tree.closed(event.element)),
  );
  void refresh();

  const select = (node: WorkflowNode, focus: boolean) =>
    revealed(async () => view.reveal(node, { select: true, focus }), log);

  return {
    ...createTaskSteps(view, tree),
    selected: () => view.selection,
    isVisible: () => view.visible,
    reveal: async (ref) => {
      const node = tree.findTask(ref);
      if (node !== undefined && view.visible) await select(node, false);
    },
    show: async (ref) => {
      await vscode.commands.executeCommand(`${viewId}.focus`);
      const node =
        tree.findTask(ref) ??
        (await findRow(async (row) => (await tree.getChildren(row)) ?? [], ref));
      return node !== undefined && select(node, true);
    },
    redraw: () => tree.redraw(),
    refresh,
    dispose: () => subscriptions.dispose(),
  };
}

// A known row may be gone from the tree, because of a filter or of newer rows.
async function revealed(reveal: () => Promise<void>, log: Log): Promise<boolean> {
  try {
    await reveal();
    return true;
  } catch (error) {
    log.debug(`A row was not shown: ${String(error)}`);
    return false;
  }
}
