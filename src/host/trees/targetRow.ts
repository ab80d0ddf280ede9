import type { Connections } from '../../app/connections.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { ViewId } from '../manifest.generated.ts';
import type { TaskSteps } from './taskSteps.ts';
import type { WorkflowNode } from './workflowNode.ts';

/** An execution that a row stands for. */
export interface ExecutionRef {
  readonly connection: string;
  readonly execution: string;
}

/** A tree that commands are called on. */
export interface TargetTree extends TaskSteps {
  /** The row with this id, where the tree has handed it out. */
  find(id: string): WorkflowNode | undefined;
  /** The rows that are selected. */
  selected(): readonly WorkflowNode[];
}

export type TargetTrees = Readonly<Partial<Record<ViewId, TargetTree>>>;

/**
 * The row that a command was called on: a menu and an inline button hand it in, a keybinding
 * names its view, and the palette gives nothing, so that the command asks.
 */
export async function targetRow(
  argument: unknown,
  trees: TargetTrees,
): Promise<WorkflowNode | undefined> {
  const view = targetTree(argument, trees);
  if (view !== undefined) return view.focused();
  if (!hasId(argument)) return undefined;
  return Object.values(trees)
    .map((candidate) => candidate.find(argument.id))
    .find((row) => row !== undefined);
}

/**
 * The rows that a command was called on where several are selected: a menu and an inline button hand
 * them in, for a keybinding its view has them. Empty where it is about one row, or none.
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

/** The view that a keybinding names. */
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
 * The connection of a row; where the row is in no tree, the one that the argument itself stands for:
 * a connection that could not be read has no row of its own in the Waiting view.
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
