import type { Answer } from '../../../domain/engine.ts';
import { EngineError, isEngineError } from '../../../domain/engineError.ts';
import { utf8Bytes } from '../../../domain/json.ts';
import { snapshotOf } from '../../../domain/snapshot.ts';
import type { Task } from '../../../domain/task.ts';
import type { TaskUpdate } from '../../../domain/taskUpdate.ts';
import type { HttpRequest, Send } from '../../../http/httpRequest.ts';
import { deleteTask, patchTask } from '../wire/endpoints.ts';
import { toTask } from '../toDomain/toTask.ts';
import { patchBody } from './patchBody.ts';
import type { TaskRecord } from '../wire/records.ts';

/**
 * Sends a request that changes a task, and reports the server's answer. A missing task counts as
 * not accepted. Throws EngineError `conflict` where somebody else wrote at the same time.
 */
export async function sendUpdate(
  send: Send,
  request: HttpRequest<TaskRecord>,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const record = await send(request, signal);
    const shows = snapshotOf(toTask(record, { connection: '', agentOf: () => undefined }));
    return { accepted: true, said: `200: the task is ${record.status}.`, shows };
  } catch (error) {
    if (isEngineError(error, 'notFound') && error.nothingApplied) {
      return { accepted: false, said: error.message };
    }
    throw error;
  }
}

/** The request for an update. Throws EngineError where the result is too large. */
export function updateRequest(before: Task, update: TaskUpdate): HttpRequest<TaskRecord> {
  if (update.stop === true) return deleteTask(before.ref.task);
  const body = patchBody(update);
  const { result } = body;
  const limit = before.options.output?.limitBytes ?? Infinity;
  const bytes = typeof result === 'string' ? utf8Bytes(result) : 0;
  if (bytes > limit) {
    const message = `The result has ${bytes} bytes, and ${limit} is the most that is sent.`;
    throw new EngineError('tooLarge', message, { nothingApplied: true });
  }
  return patchTask(before.ref.task, body);
}
