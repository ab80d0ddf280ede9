import type { Connection } from '../../domain/connection.ts';
import type { Connections } from '../../app/connections.ts';
import type { Task } from '../../domain/task.ts';
import type { WorkflowNode } from '../views/workflowNodes.ts';

/** An execution that a row stands for. */
export interface GivenExecution {
  readonly connection: string;
  readonly execution: string;
}

/**
 * What a command was called on: the row of a menu or an inline button, else the row that is
 * selected in the tree (a keybinding), else nothing and the command asks with pickers.
 */
export interface Given {
  task(argument: unknown): Task | undefined;
  execution(argument: unknown): GivenExecution | undefined;
  connection(argument: unknown): Connection | undefined;
}

interface GivenDeps {
  readonly connections: Connections;
  /** The row with this id, where the tree has handed it out. */
  row(id: string): WorkflowNode | undefined;
  selected(): WorkflowNode | undefined;
}

export function createGiven(deps: GivenDeps): Given {
  const rowOf = (argument: unknown) => {
    if (argument === undefined) return deps.selected();
    return hasId(argument) ? deps.row(argument.id) : undefined;
  };
  return {
    task: (argument) => {
      const row = rowOf(argument);
      return row?.kind === 'task' ? row.task : undefined;
    },
    execution: (argument) => {
      const row = rowOf(argument);
      if (row?.kind === 'execution') {
        return { connection: row.connection, execution: row.execution.id };
      }
      return row?.kind === 'child'
        ? { connection: row.connection, execution: row.execution }
        : undefined;
    },
    connection: (argument) => {
      // Only a row that was clicked: a selection elsewhere in the tree means no connection.
      const row = argument === undefined ? undefined : rowOf(argument);
      if (row?.kind === 'connection') return row.connection;
      return row !== undefined && 'connection' in row
        ? deps.connections.find(String(row.connection))
        : undefined;
    },
  };
}

function hasId(value: unknown): value is { readonly id: string } {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
  );
}
