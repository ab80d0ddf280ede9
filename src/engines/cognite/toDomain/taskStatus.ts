import { type Status, statusIn, type StatusTable } from '../../statusTable.ts';

// TaskExecution.status in the API's specification. The SDK's documentation writes CANCELLED, so
// both spellings are known.
const taskStatuses: StatusTable = {
  SCHEDULED: { state: 'running', terminal: false },
  IN_PROGRESS: { state: 'running', terminal: false },
  COMPLETED: { state: 'succeeded', terminal: true },
  COMPLETED_WITH_ERRORS: { state: 'warned', terminal: true },
  SKIPPED: { state: 'cancelled', terminal: true },
  CANCELED: { state: 'cancelled', terminal: true },
  CANCELLED: { state: 'cancelled', terminal: true },
  FAILED: { state: 'failed', terminal: true },
  FAILED_WITH_TERMINAL_ERROR: { state: 'failed', terminal: true },
  TIMED_OUT: { state: 'failed', terminal: true },
};

export function taskStatus(word: string, hasEnded: boolean): Status {
  return statusIn(taskStatuses, word, hasEnded);
}
