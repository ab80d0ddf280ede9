import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import type { ViewId } from '../manifest.generated.ts';
import { toTreeItem } from '../views/treeItem.ts';
import { updateNodes } from './updateNodes.ts';
import type { UpdateNode } from './updateNodes.ts';
import { updateRow } from './updateRows.ts';

const viewId: ViewId = 'workflowTasks.updates';
// More than the journal ever keeps: the view pages by opening rows, not by reading.
const allEntries = 10_000;
// Ages on rows grow old themselves.
const redrawMs = 60_000;

/** The Updates view: drafts, what is in flight, what was sent. */
export function registerUpdatesView(services: Services): vscode.Disposable {
  const { drafts, journal, clock } = services;
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<UpdateNode>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => {
        if (node === undefined) {
          return [...updateNodes(await drafts.list(), await journal.list(allEntries))];
        }
        return 'children' in node ? [...node.children] : [];
      },
      getTreeItem: (node) => toTreeItem(node.id, updateRow(node, clock.now())),
    },
    showCollapseAll: true,
  });
  const redraw = () => {
    if (view.visible) changed.fire(undefined);
  };
  const timer = setInterval(redraw, redrawMs);
  return vscode.Disposable.from(
    view,
    changed,
    { dispose: () => clearInterval(timer) },
    { dispose: drafts.onDidChange(redraw) },
    { dispose: journal.onDidChange(redraw) },
    view.onDidChangeVisibility(redraw),
  );
}
