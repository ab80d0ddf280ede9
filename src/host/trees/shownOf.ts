import type { Shown } from '../../app/store.ts';
import type { ListFilter } from '../../app/viewFilter.ts';
import type { WorkflowNode } from './workflowNode.ts';

// The requests of one refresh, so that a large open tree does not burden a server.
const mostRequests = 12;

/** The open rows that can still change: lists, and running executions. */
export function shownOf(
  open: readonly WorkflowNode[],
  filterOf: (workflow: string) => ListFilter,
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
