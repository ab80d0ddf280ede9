import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';
import type { TaskRef } from '../../domain/task.ts';
import { sameTask } from '../../domain/task.ts';
import type { Log } from '../../app/ports.ts';
import { errorRows } from './errorRows.ts';
import { toTreeItem } from './treeItem.ts';
import type { Row } from './row.ts';
import type { WorkflowNode } from './workflowNodes.ts';

/** The tree's data, and the rows that it has handed out so far. */
export interface TaskTree extends vscode.TreeDataProvider<WorkflowNode>, vscode.Disposable {
  refresh(): void;
  find(id: string): WorkflowNode | undefined;
  /** The rows whose children are on show: VS Code asks for the children of nothing else. */
  open(): readonly WorkflowNode[];
  /** A row was closed. */
  closed(node: WorkflowNode): void;
  findTask(ref: TaskRef): WorkflowNode | undefined;
}

interface TaskTreeDeps {
  /** The rows below a row, or the top ones; what it throws becomes rows as well. */
  children(node: WorkflowNode | undefined): Promise<readonly WorkflowNode[]>;
  row(node: WorkflowNode): Row;
  readonly log: Log;
}

export function createTaskTree(deps: TaskTreeDeps): TaskTree {
  const changed = new vscode.EventEmitter<undefined>();
  const parents = new Map<string, WorkflowNode>();
  const known = new Map<string, WorkflowNode>();
  const open = new Set<string>();

  async function rowsBelow(node: WorkflowNode | undefined): Promise<readonly WorkflowNode[]> {
    try {
      return await deps.children(node);
    } catch (error) {
      if (isAbort(error)) return [];
      deps.log.warn(`Reading the tree failed: ${String(error)}`);
      return errorRows(node, error);
    }
  }

  return {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      if (node !== undefined) open.add(node.id);
      const rows = await rowsBelow(node);
      for (const row of rows) {
        known.set(row.id, row);
        if (node !== undefined) parents.set(row.id, node);
      }
      return [...rows];
    },
    getParent: (node) => parents.get(node.id),
    getTreeItem: (node) => toTreeItem(node.id, deps.row(node)),
    refresh: () => changed.fire(undefined),
    find: (id) => known.get(id),
    open: () => [...open].map((id) => known.get(id)).filter((node) => node !== undefined),
    closed: (node) => {
      open.delete(node.id);
    },
    findTask: (ref) =>
      [...known.values()].find(
        (row) => row.kind === 'task' && !row.past && sameTask(row.task.ref, ref),
      ),
    dispose: () => changed.dispose(),
  };
}
