import { childrenOf, type WorkflowTask } from './workflowDef.ts';

/**
 * The next task in the definition. Nothing follows the last task of a branch or of a loop body: the
 * JOIN and the loop check for themselves.
 */
export function nextTask(
  tasks: readonly WorkflowTask[],
  referenceName: string,
): WorkflowTask | undefined {
  const found = follow(tasks, referenceName);
  return found === 'end' ? undefined : found;
}

function follow(
  tasks: readonly WorkflowTask[],
  referenceName: string,
): WorkflowTask | 'end' | undefined {
  for (const [index, task] of tasks.entries()) {
    const after = tasks[index + 1] ?? 'end';
    if (task.taskReferenceName === referenceName) return after;
    for (const children of childrenOf(task)) {
      const found = follow(children, referenceName);
      if (found === 'end') return isSwitch(task) ? after : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function isSwitch(task: WorkflowTask): boolean {
  return task.type === 'SWITCH' || task.type === 'DECISION';
}
