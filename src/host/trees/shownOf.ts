import type { Shown } from '../../app/store.ts';
import type { ExecutionFilter } from '../../domain/execution.ts';
import type { WorkflowNode } from './workflowNode.ts';

// What one round of refreshing may ask for, so that a wide open tree does not burden a server.
const mostRequests = 12;

/** Of the rows that are open, what can still change: lists, and executions that run. */
export function shownOf(
  open: readonly WorkflowNode[],
  filterOf: (workflow: string) => ExecutionFilter,
): Shown {
  const executions = open.flatMap((node) => {
    if (node.kind === 'execution' && !node.execution.terminal) {
      return [{ connection: node.connection, id: node.execution.id }];
    }
    return node.kind === 'child' ? [{ connection: node.connection, id: node.execution }] : [];
  });
  const lists = open.flatMap((node) =>
    node.kind === 'workflow'
      ? [{ connection: node.connection, filter: filterOf(node.workflow.id) }]
      : [],
  );
  const shownExecutions = executions.slice(0, mostRequests);
  return {
    executions: shownExecutions,
    lists: lists.slice(0, mostRequests - shownExecutions.length),
  };
}
