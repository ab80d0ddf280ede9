import { AnswerError, invalid } from '../answerError.ts';
import type { Node, Wire } from '../model.ts';

/** Reads a workflow's nodes. Throws a 422 answer, or 400 where their edges form a cycle. */
export function readNodes(value: unknown, newId: () => string): readonly Node[] {
  if (value === undefined || value === null) return [];
  const loc = ['body', 'orchestration_nodes'];
  if (!Array.isArray(value)) throw invalid(loc, 'Input should be a valid list', 'list_type');
  const nodes = value.map((item: unknown, index) => readNode(item, [...loc, index], newId));
  if (hasCycle(nodes)) throw new AnswerError(400, 'The nodes of a workflow must not form a cycle');
  return nodes;
}

function readNode(value: unknown, loc: readonly (string | number)[], newId: () => string): Node {
  const node = (typeof value === 'object' && value !== null ? value : {}) as Wire & Partial<Node>;
  for (const key of ['type', 'definition']) {
    if (node[key] === undefined) throw invalid([...loc, key], 'Field required', 'missing');
  }
  return {
    ...node,
    type: String(node['type']),
    definition: node.definition ?? {},
    id: node.id ?? newId(),
    name: node.name ?? '',
    next_node_ids: node.next_node_ids ?? [],
  };
}

/** Removes nodes that nothing leads to until none is left; what remains is a cycle. */
function hasCycle(nodes: readonly Node[]): boolean {
  let left = nodes;
  for (;;) {
    const targets = new Set(left.flatMap((node) => node.next_node_ids));
    const rest = left.filter((node) => targets.has(node.id));
    if (rest.length === left.length) return rest.length > 0;
    left = rest;
  }
}
