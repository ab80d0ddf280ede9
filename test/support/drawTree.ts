import type { ExecutionNode } from '../../src/domain/execution.ts';

/** Prints a tree as indented lines: "name STATUS", with "+n" for n earlier attempts. */
export function drawTree(nodes: readonly ExecutionNode[], indent = ''): readonly string[] {
  return nodes.flatMap((node) => [
    indent + (node.kind === 'task' ? line(node) : node.label),
    ...drawTree(node.children, `${indent}  `),
  ]);
}

function line(node: Extract<ExecutionNode, { kind: 'task' }>): string {
  const tries = node.attempts.length > 0 ? ` +${node.attempts.length}` : '';
  return `${node.task.name} ${node.task.status}${tries}`;
}
