import * as vscode from 'vscode';
import { linkFree } from '../words/plainText.ts';
import { describeJournalFilter, isJournalFiltered } from '../../app/journal/journalFilter.ts';
import type { ViewId } from '../manifest.generated.ts';
import type { AppParts } from '../appParts.ts';
import type { JournalFilterState } from './journalFilterState.ts';
import { toTreeItem } from '../ui/toTreeItem.ts';
import { pageNodes, pageRows, updateNodes } from './updateNodes.ts';
import type { UpdateNode } from './updateNodes.ts';
import { updateRow } from './updateRow.ts';

const viewId: ViewId = 'workflowTasks.updates';
// The rows show ages, so they are redrawn.
const agingMs = 60_000;
// An update changes drafts and journal several times within moments: they share one redraw.
const gatherMs = 50;

// Limits the redraws while many updates run.
const restMs = 500;

/** Registers the Updates view: drafts, updates in flight, and sent updates that pass the filter. */
export function registerUpdatesView(
  services: AppParts,
  filter: JournalFilterState,
): vscode.Disposable {
  const { drafts, journal, clock } = services;
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<UpdateNode>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => [...(await childrenOf(node, services, filter))],
      getTreeItem: (node) => toTreeItem(node.id, updateRow(node, clock.now())),
    },
    showCollapseAll: true,
  });

  let gathering: NodeJS.Timeout | undefined;
  let drawnAt = 0;
  const redraw = () => {
    if (!view.visible) return;
    const isAtRest = clock.now() - drawnAt > restMs;
    gathering ??= setTimeout(
      () => {
        gathering = undefined;
        drawnAt = clock.now();
        changed.fire(undefined);
      },
      isAtRest ? gatherMs : restMs,
    );
  };
  const showFilter = () => {
    const words = describeJournalFilter(filter.current());
    view.message = words === '' ? '' : linkFree(`Only ${words}`);
    redraw();
  };
  showFilter();
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
    filter.onDidChange(showFilter),
    view.onDidChangeVisibility(redraw),
  );
}

async function childrenOf(
  node: UpdateNode | undefined,
  { drafts, journal }: AppParts,
  filter: JournalFilterState,
): Promise<readonly UpdateNode[]> {
  switch (node?.kind) {
    case undefined: {
      const [written, inFlight, newest] = await Promise.all([
        drafts.list(),
        journal.inFlight(),
        filter.search(pageRows + 1),
      ]);
      const isFiltered = isJournalFiltered(filter.current());
      return updateNodes({ drafts: written, inFlight, newest, isFiltered });
    }
    case 'group':
      return node.children;
    case 'older': {
      const entries = await filter.search(node.after + pageRows + 1);
      return pageNodes(entries.slice(node.after), node.after);
    }
    case 'noMatch':
    case 'clearFilter':
    case 'draft':
    case 'entry':
      return [];
  }
}
