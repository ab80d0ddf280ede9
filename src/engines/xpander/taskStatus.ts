import { type Status, statusIn, type StatusTable } from '../statusTable.ts';

// AgentExecutionStatus of the vendor's SDK. That `error` is terminal is how its runtime treats it;
// the page on stopping a task names the other three only.
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

/** Terminal means over for the agent: the API takes updates all the same. */
export function taskStatus(word: string, hasEnded: boolean): Status {
  return statusIn(statuses, word, hasEnded);
}
