import type { Execution, TaskRun } from './model.ts';

/** The newest attempt of the task with this full reference name. */
export function latestAttempt(execution: Execution, referenceName: string): TaskRun | undefined {
  return execution.tasks.findLast((task) => task.referenceTaskName === referenceName);
}
