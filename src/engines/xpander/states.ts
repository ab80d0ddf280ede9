import type { TaskState } from '../../domain/task.ts';

interface Status {
  readonly state: TaskState;
  /** Over as far as the agent is concerned. The API takes updates all the same. */
  readonly terminal: boolean;
}

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
} as const satisfies Readonly<Record<string, Status>>;

export type StatusWord = keyof typeof statuses;

export const statusWords = Object.keys(statuses) as readonly StatusWord[];

export function isStatusWord(word: string): word is StatusWord {
  return Object.hasOwn(statuses, word);
}

/** A word that nobody has seen before stays as it is; an end time tells whether it is over. */
export function taskStatus(word: string, hasEnded: boolean): Status {
  return isStatusWord(word) ? statuses[word] : { state: 'unknown', terminal: hasEnded };
}
