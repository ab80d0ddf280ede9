import { listFilter } from '../../app/viewFilter.ts';
import type { ListFilter, ViewFilter } from '../../app/viewFilter.ts';
import type { Listing } from '../../app/listing.ts';
import type { Store } from '../../app/store.ts';
import { encodeKey } from '../../domain/encodeKey.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Workflow } from '../../domain/execution.ts';
import type { Task } from '../../domain/task.ts';
import { oddRows } from './oddRows.ts';
import { executionRows, taskRows } from './workflowNode.ts';
import type { MessageNode, WorkflowNode } from './workflowNode.ts';

export interface ChildrenParts {
  readonly store: Store;
  connections(): readonly Connection[];
  /** Sentences about settings that are invalid. */
  problems(): readonly string[];
  filter(): ViewFilter;
}

/** The rows below a row, or the top rows. Throws the store's errors. */
export async function workflowChildren(
  node: WorkflowNode | undefined,
  deps: ChildrenParts,
): Promise<readonly WorkflowNode[]> {
  if (node === undefined) return topRows(deps);
  switch (node.kind) {
    case 'connection':
      return workflowRows(node.id, await deps.store.workflows(node.connection.id), node.connection);
    case 'workflow':
      return runRows(node, listFilter(deps.filter(), node.workflow.id), deps);
    case 'execution':
      return detailRows(node.id, node.connection, node.execution.id, deps.store);
    case 'child':
      return detailRows(node.id, node.connection, node.execution, deps.store);
    case 'task':
      return [...taskRows(node), ...(await childTaskRows(node, deps.store))];
    case 'group':
      return executionRows(node.children, node.id);
    case 'more':
    case 'message':
      return [];
  }
}

function topRows(deps: ChildrenParts): readonly WorkflowNode[] {
  const connections = deps.connections().map((connection): WorkflowNode => ({
    kind: 'connection',
    id: `connection:${connection.id}`,
    connection,
  }));
  const problems = deps.problems().map((text): WorkflowNode => ({
    kind: 'message',
    id: `problem:${text}`,
    severity: 'error',
    text,
    detail: 'Open settings',
    action: {
      command: 'workbench.action.openSettings',
      args: ['workflowTasks.connections'],
    },
  }));
  return [...connections, ...problems];
}

function workflowRows(
  parent: string,
  listing: Listing<Workflow>,
  connection: Connection,
): readonly WorkflowNode[] {
  const odd = oddRows(parent, listing.odd);
  if (listing.items.length === 0 && odd.length === 0) {
    return [info(parent, 'No workflows', 'register one, then refresh')];
  }
  const rows = listing.items.map((workflow): WorkflowNode => ({
    kind: 'workflow',
    id: `${parent}/${encodeKey(workflow.id)}`,
    connection: connection.id,
    workflow,
  }));
  return [
    ...rows,
    ...odd,
    ...more(parent, listing, { connection: connection.id }),
    ...notice(parent, listing),
  ];
}

/** The executions of a workflow, or its tasks when the engine has no executions. */
async function runRows(
  node: Extract<WorkflowNode, { kind: 'workflow' }>,
  filter: ListFilter,
  { store }: ChildrenParts,
): Promise<readonly WorkflowNode[]> {
  const { id, connection } = node;
  if (await store.hasExecutions(connection)) {
    const listing = await store.executions(connection, filter);
    const rows = listing.items.map((execution): WorkflowNode => ({
      kind: 'execution',
      id: `${id}/${encodeKey(execution.id)}`,
      connection,
      execution,
    }));
    return listRows(node, rows, listing, filter);
  }
  const listing = await store.tasks(connection, filter);
  return listRows(node, plainTaskRows(listing.items, id), listing, filter);
}

async function childTaskRows(
  node: Extract<WorkflowNode, { kind: 'task' }>,
  store: Store,
): Promise<readonly WorkflowNode[]> {
  if (node.task.hasChildren !== true) return [];
  const { tasks, odd } = await store.childTasks(node.task.ref);
  const rows = [...plainTaskRows(tasks, node.id), ...oddRows(node.id, odd)];
  return rows.length === 0 ? [info(node.id, 'It started no other tasks')] : rows;
}

function plainTaskRows(tasks: readonly Task[], parent: string): readonly WorkflowNode[] {
  return executionRows(
    tasks.map((task) => ({ kind: 'task', task, attempts: [], children: [] })),
    parent,
  );
}

function listRows(
  node: Extract<WorkflowNode, { kind: 'workflow' }>,
  rows: readonly WorkflowNode[],
  listing: Listing<unknown>,
  filter: ListFilter,
): readonly WorkflowNode[] {
  const isNarrowed = Object.keys(filter).length > 1;
  const empty = isNarrowed
    ? [info(node.id, 'Nothing matches the filter'), clearFilter(node.id)]
    : [info(node.id, 'It has not run yet')];
  const odd = oddRows(node.id, listing.odd);
  return [
    ...(rows.length + odd.length === 0 ? empty : [...rows, ...odd]),
    ...more(node.id, listing, { connection: node.connection, filter }),
    ...notice(node.id, listing),
  ];
}

async function detailRows(parent: string, connection: string, execution: string, store: Store) {
  const detail = await store.execution(connection, execution);
  const rows = [...executionRows(detail.nodes, parent), ...oddRows(parent, detail.odd)];
  if (rows.length > 0) return rows;
  return [info(parent, 'No tasks yet', detail.execution.status)];
}

function more(
  parent: string,
  listing: Listing<unknown>,
  target: { readonly connection: string; readonly filter?: ListFilter },
): readonly WorkflowNode[] {
  if (!listing.more) return [];
  return [
    {
      kind: 'more',
      id: `${parent}/more`,
      ...target,
      shown: listing.items.length,
      ...(listing.total === undefined ? {} : { total: listing.total }),
    },
  ];
}

function notice(parent: string, listing: Listing<unknown>): readonly WorkflowNode[] {
  return listing.notice === undefined ? [] : [info(`${parent}/notice`, listing.notice)];
}

function info(parent: string, text: string, detail?: string): MessageNode {
  return {
    kind: 'message',
    id: `${parent}/info`,
    severity: 'info',
    text,
    ...(detail === undefined ? {} : { detail }),
  };
}

function clearFilter(parent: string): MessageNode {
  return {
    kind: 'message',
    id: `${parent}/clearFilter`,
    severity: 'action',
    text: 'Clear filter',
    action: { command: 'workflowTasks.filter.clear', args: [] },
  };
}
