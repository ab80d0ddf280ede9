import type { ExecutionNode } from './execution.ts';
import type { Task } from './task.ts';

/** All tasks of an execution in tree order. Earlier attempts are left out: they take no update. */
export function executionTasks(nodes: readonly ExecutionNode[]): readonly Task[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'task' ? [node.task] : []),
    ...executionTasks(node.children),
  ]);
}
