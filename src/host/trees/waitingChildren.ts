import type { Waiting } from '../../app/waiting.ts';
import { waitingRows } from './waitingRows.ts';
import type { WaitingGroups } from './waitingRows.ts';
import { executionRows } from './workflowNode.ts';
import type { WorkflowNode } from './workflowNode.ts';

/** The rows below a row of the Waiting view, or the top rows. */
export async function waitingChildren(
  node: WorkflowNode | undefined,
  waiting: Waiting,
  groups: WaitingGroups,
): Promise<readonly WorkflowNode[]> {
  if (node === undefined) return waitingRows(await waiting.current(), groups);
  return node.kind === 'group' ? executionRows(node.children, node.id) : [];
}
