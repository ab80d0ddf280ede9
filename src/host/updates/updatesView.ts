import * as vscode from 'vscode';
import type { ViewId } from '../manifest.generated.ts';
import type { Services } from '../services.ts';
import { toTreeItem } from '../views/treeItem.ts';
import { pageNodes, pageRows, updateNodes } from './updateNodes.ts';
import type { UpdateNode } from './updateNodes.ts';
import { updateRow } from './updateRows.ts';

const viewId: ViewId = 'workflowTasks.updates';
// Ages on rows grow old themselves.
const agingMs = 60_000;
// An update changes drafts and journal several times within moments: one drawing shows them all.
const gatherMs = 50;

/** The Updates view: drafts, what is in flight, what was sent. */
export function registerUpdatesView(services: Services): vscode.Disposable {
  const { drafts, journal, clock } = services;
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<UpdateNode>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => [...(await childrenOf(node, services))],
      getTreeItem: (node) => toTreeItem(node.id, updateRow(node, clock.now())),
    },
    showCollapseAll: true,
  });

  let gathering: NodeJS.Timeout | undefined;
  const redraw = () => {
    if (!view.visible) return;
    gathering ??= setTimeout(() => {
      gathering = undefined;
      changed.fire(undefined);
    }, gatherMs);
  };
  const aging = setInterval(redraw, agingMs);
  return vscode.Disposable.from(
    view,
    changed,
    {
      dispose: () => {
        clearInterval(aging);
        clearTimeout(gathering);
      },
    },
    { dispose: drafts.onDidChange(redraw) },
    { dispose: journal.onDidChange(redraw) },
    view.onDidChangeVisibility(redraw),
  );
}

async function childrenOf(
  node: UpdateNode | undefined,
  { drafts, journal }: Services,
): Promise<readonly UpdateNode[]> {
  switch (node?.kind) {
    case undefined: {
      const [written, inFlight, newest] = await Promise.all([
        drafts.list(),
        journal.inFlight(),
        journal.list(pageRows + 1),
      ]);
      return updateNodes({ drafts: written, inFlight, newest });
    }
    case 'group':
      return node.children;
    case 'older': {
      const entries = await journal.list(node.after + pageRows + 1);
      return pageNodes(entries.slice(node.after), node.after);
    }
    case 'draft':
    case 'entry':
      return [];
  }
}
