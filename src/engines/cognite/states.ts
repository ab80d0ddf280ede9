import type { TaskState } from '../../domain/task.ts';

export interface Status {
  readonly state: TaskState;
  readonly terminal: boolean;
}

// TaskExecution.status in the API's own specification. The SDK's documentation spells CANCELED
// with two Ls, so both are known.
const taskStatuses: Readonly<Record<string, Status>> = {
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

// WorkflowStatus in the same place; TERMINATED is what a cancelled execution becomes.
const executionStatusTable: Readonly<Record<string, Status>> = {
  RUNNING: { state: 'running', terminal: false },
  COMPLETED: { state: 'succeeded', terminal: true },
  FAILED: { state: 'failed', terminal: true },
  TIMED_OUT: { state: 'failed', terminal: true },
  TERMINATED: { state: 'cancelled', terminal: true },
};

export const executionStatuses: readonly string[] = Object.keys(executionStatusTable);

/** A word that nobody has seen before stays as it is; an end time tells whether it is over. */
export function taskStatus(word: string, hasEnded: boolean): Status {
  return lookUp(taskStatuses, word) ?? { state: 'unknown', terminal: hasEnded };
}

export function executionStatus(word: string, hasEnded: boolean): Status {
  return lookUp(executionStatusTable, word) ?? { state: 'unknown', terminal: hasEnded };
}

function lookUp(table: Readonly<Record<string, Status>>, word: string): Status | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
