import type { Execution, TaskRun } from './model.ts';

/** The newest try of the task with this full reference name. */
export function latestTry(execution: Execution, referenceName: string): TaskRun | undefined {
  return execution.tasks.findLast((task) => task.referenceTaskName === referenceName);
}
