interface HasId {
  readonly id: string;
}

/** The rows of a tree that were read last. */
export interface TreeRows<Node extends HasId> {
  /** The children of each open row, and of the top under the empty id. */
  readonly below: Map<string, readonly Node[]>;
  readonly byId: Map<string, Node>;
  readonly parents: Map<string, Node>;
}

type ReadChildren<Node> = (node: Node | undefined) => Promise<readonly Node[]>;

const top = '';

export function noRows<Node extends HasId>(): TreeRows<Node> {
  return { below: new Map(), byId: new Map(), parents: new Map() };
}

/** The children of a row, or the top rows, as they were read; else they are read now. */
export async function childrenOf<Node extends HasId>(
  rows: TreeRows<Node>,
  node: Node | undefined,
  children: ReadChildren<Node>,
): Promise<readonly Node[]> {
  return rows.below.get(node?.id ?? top) ?? readInto(rows, node, children);
}

/** Reads all open rows again. Nothing is read for a tree that was never shown. */
export async function readAgain<Node extends HasId>(
  rows: TreeRows<Node>,
  children: ReadChildren<Node>,
): Promise<TreeRows<Node>> {
  const fresh = noRows<Node>();
  const isOpen = ({ id }: Node) => rows.below.has(id) && !fresh.below.has(id);
  // Top down: a row that is read again may have other children than before.
  const readBelow = async (node: Node | undefined): Promise<void> => {
    const found = await readInto(fresh, node, children);
    await Promise.all(found.filter(isOpen).map(readBelow));
  };
  if (rows.below.size > 0) await readBelow(undefined);
  return fresh;
}

/** Puts fresh rows in place of those that were open before the reading, `before`. */
export function replaceRows<Node extends HasId>(
  rows: TreeRows<Node>,
  before: ReadonlySet<string>,
  fresh: TreeRows<Node>,
): void {
  for (const id of before) rows.below.delete(id);
  for (const [id, found] of fresh.below) rows.below.set(id, found);
  for (const [id, row] of fresh.byId) rows.byId.set(id, row);
  for (const [id, row] of fresh.parents) rows.parents.set(id, row);
  forgetGone(rows);
}

/** What no list holds any more is forgotten, so that a window of weeks does not grow. */
function forgetGone<Node extends HasId>({ below, byId, parents }: TreeRows<Node>): void {
  const there = new Set([...below.values()].flatMap((found) => found.map(({ id }) => id)));
  for (const id of byId.keys()) {
    if (there.has(id)) continue;
    byId.delete(id);
    parents.delete(id);
  }
}

/** All visible rows in screen order. */
export function rowsOnShow<Node extends HasId>(rows: TreeRows<Node>, id = top): readonly Node[] {
  return (rows.below.get(id) ?? []).flatMap((row) => [row, ...rowsOnShow(rows, row.id)]);
}

async function readInto<Node extends HasId>(
  { below, byId, parents }: TreeRows<Node>,
  node: Node | undefined,
  children: ReadChildren<Node>,
): Promise<readonly Node[]> {
  const found = await children(node);
  below.set(node?.id ?? top, found);
  for (const row of found) {
    byId.set(row.id, row);
    if (node !== undefined) parents.set(row.id, node);
  }
  return found;
}
