import { sameTask } from '../../domain/task.ts';
import type { TaskRef } from '../../domain/task.ts';
import type { WorkflowNode } from './workflowNode.ts';

type ReadRows = (node: WorkflowNode | undefined) => Promise<readonly WorkflowNode[]>;

/**
 * Finds the row of a task, reading its connection, workflow and execution on the way. Undefined
 * when one of them has no row, for example on a page that is not loaded.
 */
export async function findRow(rows: ReadRows, ref: TaskRef): Promise<WorkflowNode | undefined> {
  const connections = await rows(undefined);
  const connection = connections.find(
    (row) => row.kind === 'connection' && row.connection.id === ref.connection,
  );
  if (connection === undefined) return undefined;
  const workflow = (await rows(connection)).find(
    (row) => row.kind === 'workflow' && row.workflow.id === ref.workflow,
  );
  if (workflow === undefined) return undefined;
  if (ref.execution === undefined) return findBelow(rows, workflow, ref);
  const execution = (await rows(workflow)).find(
    (row) => row.kind === 'execution' && row.execution.id === ref.execution,
  );
  return execution && findBelow(rows, execution, ref);
}

/** Searches tasks and groups that are already read. */
async function findBelow(
  rows: ReadRows,
  parent: WorkflowNode,
  ref: TaskRef,
): Promise<WorkflowNode | undefined> {
  for (const row of await rows(parent)) {
    if (row.kind === 'task' && !row.past && sameTask(row.task.ref, ref)) return row;
    const holdsMore = (row.kind === 'task' || row.kind === 'group') && row.children.length > 0;
    const found = holdsMore ? await findBelow(rows, row, ref) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
