import type { WorkflowNode } from './workflowNode.ts';

type TaskNode = Extract<WorkflowNode, { kind: 'task' }>;

/**
 * The next task row in the order of the screen, or the one before it. From a row that is no task,
 * or from none, it goes on from there; undefined at the end.
 */
export function taskBeside(
  rows: readonly WorkflowNode[],
  from: WorkflowNode | undefined,
  step: 1 | -1,
): TaskNode | undefined {
  const at = rows.findIndex(({ id }) => id === from?.id);
  if (step === 1) return rows.slice(at + 1).find(isPresentTask);
  return at < 0 ? undefined : rows.slice(0, at).findLast(isPresentTask);
}

/**
 * Where to go when the update of a row's task is proven: to the next task that can be updated, in
 * the rows as they are now. Where the row has left, `before` are the rows among which it stood.
 */
export function taskAfter(
  before: readonly WorkflowNode[],
  now: readonly WorkflowNode[],
  done: WorkflowNode,
): TaskNode | undefined {
  const there = new Map(now.filter(canUpdate).map((row) => [row.id, row]));
  const isThere = now.some(({ id }) => id === done.id);
  const order = isThere ? now : before;
  const at = order.findIndex(({ id }) => id === done.id);
  const others = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at)).toReversed()];
  return others.map(({ id }) => there.get(id)).find((row) => row !== undefined);
}

function isPresentTask(row: WorkflowNode): row is TaskNode {
  return row.kind === 'task' && !row.past;
}

function canUpdate(row: WorkflowNode): row is TaskNode {
  return isPresentTask(row) && row.task.options.refusal === undefined;
}
