import { isEngineError } from '../../../domain/engineError.ts';
import type { TaskRef } from '../../../domain/task.ts';
import type { TaskUpdate } from '../../../domain/taskUpdate.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { getLog } from '../wire/endpoints.ts';
import { logLines } from '../toDomain/logLines.ts';

/**
 * Does the task's log hold the lines of an update? Each was sent with its time, which is not before
 * `since`, so an equal line of an earlier update does not count.
 */
export async function showsLog(
  send: Send,
  ref: TaskRef,
  { fields }: TaskUpdate,
  { since, signal }: { readonly since: number; readonly signal: AbortSignal },
): Promise<boolean> {
  const lines = logLines(fields?.['log']);
  try {
    const found = await send(getLog(ref.task), signal);
    const held = found.filter(({ createdTime }) => (createdTime ?? 0) >= since);
    return lines.every((line) => held.some(({ log }) => log === line));
  } catch (error) {
    // Some servers answer 404 where a task has no log.
    if (isEngineError(error, 'notFound')) return false;
    throw error;
  }
}
