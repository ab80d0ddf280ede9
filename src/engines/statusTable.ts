import type { TaskState } from '../domain/task.ts';

/** The meaning of an engine's status word. */
export interface Status {
  readonly state: TaskState;
  /** True where the engine has finished with the task or execution. */
  readonly terminal: boolean;
}

/** The known status words of an engine. */
export type StatusTable = Readonly<Record<string, Status>>;

/** Looks up a status word. For an unknown word the end time tells whether it is terminal. */
export function statusIn(table: StatusTable, word: string, hasEnded: boolean): Status {
  const known = Object.hasOwn(table, word) ? table[word] : undefined;
  return known ?? { state: 'unknown', terminal: hasEnded };
}
