import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';
import type { TaskRef } from '../../domain/task.ts';
import { sameTask } from '../../domain/task.ts';
import type { Clock, Log } from '../../app/ports.ts';
import { errorRows } from './errorRows.ts';
import { createRowHold } from '../ui/rowHold.ts';
import { childrenOf, noRows, readAgain, replaceRows, rowsOnShow } from '../ui/treeRows.ts';
import { toTreeItem } from '../ui/toTreeItem.ts';
import type { Row } from '../words/row.ts';
import type { WorkflowNode } from './workflowNode.ts';

/**
 * The data of a tree and its rows. From a change event until the new rows arrive, VS Code drops
 * clicks on rows. So the tree reads its rows first and fires the event when it can return them at
 * once.
 */
export interface TaskTree extends vscode.TreeDataProvider<WorkflowNode>, vscode.Disposable {
  /** Reads the open rows again, then shows them. */
  refresh(): Promise<void>;
  /** Drops the rows of a hidden tree. They are read again when it is shown. */
  forget(): void;
  /** Draws the present rows again, with new decorations, pins and ages. */
  redraw(): void;
  /** Keeps the place of a row that was just clicked, for a moment. */
  hold(node: WorkflowNode): void;
  find(id: string): WorkflowNode | undefined;
  /** The rows that are expanded. VS Code asks for the children of these only. */
  open(): readonly WorkflowNode[];
  /** All visible rows in screen order. */
  onShow(): readonly WorkflowNode[];
  /** Called when a row is collapsed. */
  closed(node: WorkflowNode): void;
  findTask(ref: TaskRef): WorkflowNode | undefined;
}

interface TaskTreeParts {
  /** The rows below a row, or the top rows. Errors become rows as well. */
  children(node: WorkflowNode | undefined): Promise<readonly WorkflowNode[]>;
  row(node: WorkflowNode): Row;
  readonly clock: Clock;
  readonly log: Log;
}

export function createTaskTree(parts: TaskTreeParts): TaskTree {
  const changed = new vscode.EventEmitter<undefined>();
  const rows = noRows<WorkflowNode>();
  let reading = 0;
  const held = createRowHold(parts.clock, () => void refresh());

  async function rowsOrError(node: WorkflowNode | undefined): Promise<readonly WorkflowNode[]> {
    try {
      return await parts.children(node);
    } catch (error) {
      if (isAbort(error)) return [];
      parts.log.warn(`Reading the tree failed: ${String(error)}`);
      return errorRows(node, error);
    }
  }

  async function refresh(): Promise<void> {
    reading += 1;
    const mine = reading;
    const before = new Set(rows.below.keys());
    const fresh = await readAgain(rows, rowsOrError);
    // If another refresh has begun meanwhile, it fires the event itself.
    if (mine !== reading) return;
    if (held.isMoved(rowsOnShow(rows), rowsOnShow(fresh))) return;
    replaceRows(rows, before, fresh);
    changed.fire(undefined);
  }

  return {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => [...(await childrenOf(rows, node, rowsOrError))],
    getParent: (node) => rows.parents.get(node.id),
    getTreeItem: (node) => toTreeItem(node.id, parts.row(node)),
    refresh,
    hold: ({ id }) => held.keep(id),
    forget: () => {
      rows.below.clear();
      changed.fire(undefined);
    },
    redraw: () => changed.fire(undefined),
    find: (id) => rows.byId.get(id),
    open: () => [...rows.below.keys()].flatMap((id) => rows.byId.get(id) ?? []),
    onShow: () => rowsOnShow(rows),
    closed: (node) => {
      rows.below.delete(node.id);
    },
    findTask: (ref) =>
      [...rows.byId.values()].find(
        (row) => row.kind === 'task' && !row.past && sameTask(row.task.ref, ref),
      ),
    dispose: () => {
      held.dispose();
      changed.dispose();
    },
  };
}
