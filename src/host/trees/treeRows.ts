import type { WorkflowNode } from './workflowNode.ts';

/** The rows of a tree that were read last. */
export interface TreeRows {
  /** The children of each open row, and of the top under the empty id. */
  readonly below: Map<string, readonly WorkflowNode[]>;
  readonly byId: Map<string, WorkflowNode>;
  readonly parents: Map<string, WorkflowNode>;
}

type ReadChildren = (node: WorkflowNode | undefined) => Promise<readonly WorkflowNode[]>;

const top = '';

export function noRows(): TreeRows {
  return { below: new Map(), byId: new Map(), parents: new Map() };
}

/** The children of a row, or the top rows, as they were read; else they are read now. */
export async function childrenOf(
  rows: TreeRows,
  node: WorkflowNode | undefined,
  children: ReadChildren,
): Promise<readonly WorkflowNode[]> {
  return rows.below.get(node?.id ?? top) ?? readInto(rows, node, children);
}

/** Reads all open rows again. Nothing is read for a tree that was never shown. */
export async function readAgain(rows: TreeRows, children: ReadChildren): Promise<TreeRows> {
  const fresh = noRows();
  const isOpen = ({ id }: WorkflowNode) => rows.below.has(id) && !fresh.below.has(id);
  // Top down: a row that is read again may have other children than before.
  const readBelow = async (node: WorkflowNode | undefined): Promise<void> => {
    const found = await readInto(fresh, node, children);
    await Promise.all(found.filter(isOpen).map(readBelow));
  };
  if (rows.below.size > 0) await readBelow(undefined);
  return fresh;
}

/** Puts fresh rows in place of those that were open before the reading, `before`. */
export function replaceRows(rows: TreeRows, before: ReadonlySet<string>, fresh: TreeRows): void {
  for (const id of before) rows.below.delete(id);
  for (const [id, found] of fresh.below) rows.below.set(id, found);
  for (const [id, row] of fresh.byId) rows.byId.set(id, row);
  for (const [id, row] of fresh.parents) rows.parents.set(id, row);
}

/** All visible rows in screen order. */
export function rowsOnShow(rows: TreeRows, id = top): readonly WorkflowNode[] {
  return (rows.below.get(id) ?? []).flatMap((row) => [row, ...rowsOnShow(rows, row.id)]);
}

async function readInto(
  { below, byId, parents }: TreeRows,
  node: WorkflowNode | undefined,
  children: ReadChildren,
): Promise<readonly WorkflowNode[]> {
  const found = await children(node);
  below.set(node?.id ?? top, found);
  for (const row of found) {
    byId.set(row.id, row);
    if (node !== undefined) parents.set(row.id, node);
  }
  return found;
}
