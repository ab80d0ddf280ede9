import { type Status, statusIn, type StatusTable } from '../../statusTable.ts';

// WorkflowStatus in the API's specification. A cancelled execution becomes TERMINATED.
const executionStatusTable: StatusTable = {
  RUNNING: { state: 'running', terminal: false },
  COMPLETED: { state: 'succeeded', terminal: true },
  FAILED: { state: 'failed', terminal: true },
  TIMED_OUT: { state: 'failed', terminal: true },
  TERMINATED: { state: 'cancelled', terminal: true },
};

export const executionStatuses: readonly string[] = Object.keys(executionStatusTable);

export function executionStatus(word: string, hasEnded: boolean): Status {
  return statusIn(executionStatusTable, word, hasEnded);
}
