import { type Status, statusIn, type StatusTable } from '../../statusTable.ts';

// Workflow.WorkflowStatus in conductor-common. A PAUSED execution waits until someone resumes it.
const executionStatusTable: StatusTable = {
  RUNNING: { state: 'running', terminal: false },
  PAUSED: { state: 'waiting', terminal: false },
  COMPLETED: { state: 'succeeded', terminal: true },
  FAILED: { state: 'failed', terminal: true },
  TIMED_OUT: { state: 'failed', terminal: true },
  TERMINATED: { state: 'cancelled', terminal: true },
};

export const executionStatuses: readonly string[] = Object.keys(executionStatusTable);

/** Statuses of executions in which a task may still wait. */
export const openStatuses: readonly string[] = executionStatuses.filter(
  (word) => executionStatusTable[word]?.terminal === false,
);

export function executionStatus(word: string, hasEnded: boolean): Status {
  return statusIn(executionStatusTable, word, hasEnded);
}
