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
 * The tree's data, and the rows that it has handed out. From the moment a tree says that it changed
 * until its rows are there, VS Code hands a click on a row to nobody: so rows are read first, and
 * the change is told when they can be had at once.
 */
export interface TaskTree extends vscode.TreeDataProvider<WorkflowNode>, vscode.Disposable {
  /** Reads what is open anew, and shows it then. */
  refresh(): Promise<void>;
  /** For a tree that is hidden: nothing is read before it is shown again. */
  forget(): void;
  /** Draws the rows that are there once more: marks, pins and ages. */
  redraw(): void;
  find(id: string): WorkflowNode | undefined;
  /** The rows whose children are on show: VS Code asks for the children of nothing else. */
  open(): readonly WorkflowNode[];
  /** All rows that are on show, in the order of the screen. */
  onShow(): readonly WorkflowNode[];
  /** A row was closed. */
  closed(node: WorkflowNode): void;
  findTask(ref: TaskRef): WorkflowNode | undefined;
}

interface TaskTreeParts {
  /** The rows below a row, or the top ones; what it throws becomes rows as well. */
  children(node: WorkflowNode | undefined): Promise<readonly WorkflowNode[]>;
  row(node: WorkflowNode): Row;
  readonly log: Log;
}

const top = '';

export function createTaskTree(parts: TaskTreeParts): TaskTree {
  const changed = new vscode.EventEmitter<undefined>();
  const parents = new Map<string, WorkflowNode>();
  const known = new Map<string, WorkflowNode>();
  /** What was read last below the rows that are open, and at the top. */
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

  /** From the top down: a row read anew may hold other children than the one before it. */
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
      // Before it was shown for the first time there is nothing to read anew.
      const gone = new Set(rowsOf.keys());
      if (gone.size > 0) await readOpen(undefined, gone);
      for (const id of gone) rowsOf.delete(id);
      // A refresh that began meanwhile tells of what it reads itself.
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
