import type { ExecutionNode } from '../../domain/execution.ts';
import type { Task } from '../../domain/task.ts';

/** All tasks of an execution in their order, without earlier attempts: those take no update. */
export function executionTasks(nodes: readonly ExecutionNode[]): readonly Task[] {
  return nodes.flatMap((node) =>
    node.kind === 'group'
      ? executionTasks(node.children)
      : [node.task, ...executionTasks(node.children)],
  );
}
