import { type Status, statusIn, type StatusTable } from '../../statusTable.ts';

// Task.Status in conductor-common. A SKIPPED task counts as done although nobody did it.
const taskStatuses: StatusTable = {
  SCHEDULED: { state: 'running', terminal: false },
  IN_PROGRESS: { state: 'running', terminal: false },
  COMPLETED: { state: 'succeeded', terminal: true },
  COMPLETED_WITH_ERRORS: { state: 'warned', terminal: true },
  FAILED: { state: 'failed', terminal: true },
  FAILED_WITH_TERMINAL_ERROR: { state: 'failed', terminal: true },
  TIMED_OUT: { state: 'failed', terminal: true },
  CANCELED: { state: 'cancelled', terminal: true },
  SKIPPED: { state: 'cancelled', terminal: true },
};

export function taskStatus(word: string, hasEnded: boolean): Status {
  return statusIn(taskStatuses, word, hasEnded);
}
