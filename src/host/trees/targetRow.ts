import type { Connections } from '../../app/connections.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { ViewId } from '../manifest.generated.ts';
import type { TaskSteps } from './taskSteps.ts';
import type { WorkflowNode } from './workflowNode.ts';

export interface ExecutionRef {
  readonly connection: string;
  readonly execution: string;
}

/** A tree whose rows commands work on. */
export interface TargetTree extends TaskSteps {
  /** The row with this id, among the rows that the tree has returned. */
  find(id: string): WorkflowNode | undefined;
  selected(): readonly WorkflowNode[];
  /** Keeps the place of a row that was just clicked, for a moment. */
  hold(row: WorkflowNode): void;
}

export type TargetTrees = Readonly<Partial<Record<ViewId, TargetTree>>>;

/**
 * The row that a command was called on. A menu or button passes the row; a key binding passes the
 * view's id; the palette passes nothing, and the result is undefined.
 */
export async function targetRow(
  argument: unknown,
  trees: TargetTrees,
): Promise<WorkflowNode | undefined> {
  const view = targetTree(argument, trees);
  if (view !== undefined) return view.focused();
  if (!hasId(argument)) return undefined;
  const { id } = argument;
  const clicked = Object.values(trees).find((tree) => tree.find(id) !== undefined);
  const row = clicked?.find(id);
  if (row !== undefined) clicked?.hold(row);
  return row;
}

/**
 * The selected rows that a command was called on. A menu or button passes them; for a key binding,
 * the view has them. Empty unless several rows are selected.
 */
export function targetRows(
  argument: unknown,
  selected: unknown,
  trees: TargetTrees,
): readonly WorkflowNode[] {
  const rows = targetTree(argument, trees)?.selected() ?? (Array.isArray(selected) ? selected : []);
  if (rows.length < 2) return [];
  return rows
    .filter(hasId)
    .map(({ id }) =>
      Object.values(trees)
        .map((view) => view.find(id))
        .find((row) => row !== undefined),
    )
    .filter((row) => row !== undefined);
}

export function targetTree(argument: unknown, trees: TargetTrees): TargetTree | undefined {
  return Object.entries(trees).find(([id]) => id === argument)?.[1];
}

export function taskOf(row: WorkflowNode | undefined): Task | undefined {
  return row?.kind === 'task' ? row.task : undefined;
}

export function executionOf(row: WorkflowNode | undefined): ExecutionRef | undefined {
  if (row?.kind === 'execution') {
    return { connection: row.connection, execution: row.execution.id };
  }
  return row?.kind === 'child'
    ? { connection: row.connection, execution: row.execution }
    : undefined;
}

/**
 * The connection of a row. A connection that could not be read has no row in the Waiting view, so
 * the argument itself is used then.
 */
export function connectionOf(
  row: WorkflowNode | undefined,
  argument: unknown,
  connections: Pick<Connections, 'find'>,
): Connection | undefined {
  if (row === undefined)
    return isConnectionRow(argument) ? connections.find(argument.connection.id) : undefined;
  if (row.kind === 'connection') return row.connection;
  return 'connection' in row ? connections.find(row.connection) : undefined;
}

function isConnectionRow(
  value: unknown,
): value is { readonly connection: { readonly id: string } } {
  return hasId(value) && 'connection' in value && hasId(value.connection);
}

function hasId(value: unknown): value is { readonly id: string } {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
  );
}
