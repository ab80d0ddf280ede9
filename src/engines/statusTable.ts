import type { TaskState } from '../domain/task.ts';

/** What an engine's own word means. */
export interface Status {
  readonly state: TaskState;
  /** Over, as far as the engine is concerned. */
  readonly terminal: boolean;
}

/** The words that an engine is known to use. */
export type StatusTable = Readonly<Record<string, Status>>;

/** A word that nobody has seen before stays as it is; an end time tells whether it is over. */
export function statusIn(table: StatusTable, word: string, hasEnded: boolean): Status {
  const known = Object.hasOwn(table, word) ? table[word] : undefined;
  return known ?? { state: 'unknown', terminal: hasEnded };
}
