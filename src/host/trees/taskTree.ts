import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';
import type { TaskRef } from '../../domain/task.ts';
import { sameTask } from '../../domain/task.ts';
import type { Log } from '../../app/ports.ts';
import { errorRows } from './errorRows.ts';
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
  readonly log: Log;
}

const top = '';

export function createTaskTree(parts: TaskTreeParts): TaskTree {
  const changed = new vscode.EventEmitter<undefined>();
  const parents = new Map<string, WorkflowNode>();
  const known = new Map<string, WorkflowNode>();
  /** The last children of each open row and of the top. */
  const rowsOf = new Map<string, readonly WorkflowNode[]>();
  let reading = 0;

  async function rowsOrError(node: WorkflowNode | undefined): Promise<readonly WorkflowNode[]> {
    try {
      return await parts.children(node);
    } catch (error) {
      if (isAbort(error)) return [];
      parts.log.warn(`Reading the tree failed: ${String(error)}`);
      return errorRows(node, error);
    }
  }

  async function read(node: WorkflowNode | undefined): Promise<readonly WorkflowNode[]> {
    const rows = await rowsOrError(node);
    rowsOf.set(node?.id ?? top, rows);
    for (const row of rows) {
      known.set(row.id, row);
      if (node !== undefined) parents.set(row.id, node);
    }
    return rows;
  }

  /** Top down: a row that is read again may have other children than before. */
  async function readOpen(node: WorkflowNode | undefined, gone: Set<string>): Promise<void> {
    gone.delete(node?.id ?? top);
    const rows = await read(node);
    await Promise.all(rows.filter(({ id }) => gone.has(id)).map((row) => readOpen(row, gone)));
  }

  return {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => [...(rowsOf.get(node?.id ?? top) ?? (await read(node)))],
    getParent: (node) => parents.get(node.id),
    getTreeItem: (node) => toTreeItem(node.id, parts.row(node)),
    refresh: async () => {
      reading += 1;
      const mine = reading;
      // A tree that was never shown has nothing to read again.
      const gone = new Set(rowsOf.keys());
      if (gone.size > 0) await readOpen(undefined, gone);
      for (const id of gone) rowsOf.delete(id);
      // If another refresh has begun meanwhile, it fires the event itself.
      if (mine === reading) changed.fire(undefined);
    },
    forget: () => {
      rowsOf.clear();
      changed.fire(undefined);
    },
    redraw: () => changed.fire(undefined),
    find: (id) => known.get(id),
    open: () => [...rowsOf.keys()].map((id) => known.get(id)).filter((node) => node !== undefined),
    onShow: () => rowsBelow(rowsOf, top),
    closed: (node) => {
      rowsOf.delete(node.id);
    },
    findTask: (ref) =>
      [...known.values()].find(
        (row) => row.kind === 'task' && !row.past && sameTask(row.task.ref, ref),
      ),
    dispose: () => changed.dispose(),
  };
}

function rowsBelow(
  rowsOf: ReadonlyMap<string, readonly WorkflowNode[]>,
  id: string,
): readonly WorkflowNode[] {
  return (rowsOf.get(id) ?? []).flatMap((row) => [row, ...rowsBelow(rowsOf, row.id)]);
}
