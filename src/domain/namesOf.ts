import type { Task } from './task.ts';

/** The names by which a journal entry or a draft shows its task's workflow and execution. */
export function namesOf({
  workflowName,
  correlationId,
}: Pick<Task, 'workflowName' | 'correlationId'>): Pick<Task, 'workflowName' | 'correlationId'> {
  return {
    ...(workflowName === undefined ? {} : { workflowName }),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
}
