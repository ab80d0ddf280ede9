import type { WorkflowNode } from './workflowNode.ts';

type TaskNode = Extract<WorkflowNode, { kind: 'task' }>;

/** The next or previous task row in screen order, starting from any row; undefined at the end. */
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
 * The row to move to after an update of `done` is confirmed: the next task that can be updated.
 * When the row is gone, `before` tells where it was.
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
  return isPresentTask(row) && row.task.options.unavailable === undefined;
}
