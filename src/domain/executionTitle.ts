import type { TaskRef } from './task.ts';

/** What names one run: of a task, a journal entry or a draft. */
export interface OfExecution {
  readonly ref: TaskRef;
  readonly correlationId?: string | undefined;
}

/**
 * The execution for display: its correlation id where it has one, and the short id, since several
 * executions may share a correlation id. Where an engine has no executions, the task's short id.
 */
export function executionTitle({ ref, correlationId }: OfExecution): string {
  const short = shortId(ref.execution ?? ref.task);
  return correlationId === undefined ? short : `${correlationId} (${short})`;
}

const shownCharacters = 8;

/** Eight characters of an id. A UUID of version 7 begins with the time, so its end is taken. */
export function shortId(id: string): string {
  if (id.length <= shownCharacters + 4) return id;
  const isTimeFirst = /^[0-9a-f]{8}-[0-9a-f]{4}-7/i.test(id);
  return isTimeFirst ? id.slice(-shownCharacters) : id.slice(0, shownCharacters);
}
