import { type Status, statusIn, type StatusTable } from '../../statusTable.ts';

// AgentExecutionStatus of the vendor's SDK. The SDK's runtime treats `error` as terminal, although
// the page on stopping a task lists only the other three.
const statuses = {
  pending: { state: 'running', terminal: false },
  executing: { state: 'running', terminal: false },
  paused: { state: 'waiting', terminal: false },
  error: { state: 'failed', terminal: true },
  failed: { state: 'failed', terminal: true },
  completed: { state: 'succeeded', terminal: true },
  stopped: { state: 'cancelled', terminal: true },
} as const satisfies StatusTable;

export type StatusWord = keyof typeof statuses;

export const statusWords = Object.keys(statuses) as readonly StatusWord[];

export function isStatusWord(word: string): word is StatusWord {
  return Object.hasOwn(statuses, word);
}

/** Terminal means that the agent has finished; the API still accepts updates. */
export function taskStatus(word: string, hasEnded: boolean): Status {
  return statusIn(statuses, word, hasEnded);
}
