import type { Agent, Node, TaskRun } from './model.ts';

export function nodeOf(agent: Agent, id: string | null): Node | undefined {
  return agent.nodes.find((node) => node.id === id);
}

/** The node where a run starts: the first that no other node leads to. */
export function firstNode(agent: Agent): Node | undefined {
  const targets = new Set(agent.nodes.flatMap((node) => node.next_node_ids));
  return agent.nodes.find((node) => !targets.has(node.id)) ?? agent.nodes[0];
}

/** The next node: the first whose condition is true for the run. */
export function nodeAfter(agent: Agent, node: Node, task: TaskRun): Node | undefined {
  const candidates = node.next_node_ids.flatMap((id) => nodeOf(agent, id) ?? []);
  return candidates.find((candidate) => isEntered(candidate, node, task));
}

function isEntered(candidate: Node, from: Node, task: TaskRun): boolean {
  const { condition } = candidate;
  if (condition === undefined || condition.type === 'else') return true;
  const text = `${inputText(task)} ${task.result ?? ''}`.toLowerCase();
  const wanted = condition.term ?? groupName(from, condition.group_id);
  return wanted === undefined || text.includes(wanted.toLowerCase());
}

/**
 * A mock has no model to decide: it chooses the group whose name occurs in the run's input or
 * result.
 */
function groupName({ definition }: Node, id: string | undefined): string | undefined {
  const groups = definition['groups'];
  if (!Array.isArray(groups)) return undefined;
  const group = (groups as { id?: unknown; name?: unknown }[]).find((item) => item.id === id);
  return typeof group?.name === 'string' ? group.name : undefined;
}

export function inputText(task: TaskRun): string {
  const input = task.more['input'];
  const text = typeof input === 'object' && input !== null && 'text' in input ? input.text : '';
  return typeof text === 'string' ? text : '';
}
