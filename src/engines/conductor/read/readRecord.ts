import { isEngineError } from '../../../domain/engineError.ts';
import type { TaskRef } from '../../../domain/task.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { getTask } from '../wire/endpoints.ts';
import type { TaskRecord } from '../wire/records.ts';

/** The record of a task; undefined where the server has no such task in this execution. */
export async function readRecord(
  send: Send,
  ref: TaskRef,
  signal: AbortSignal,
): Promise<TaskRecord | undefined> {
  const record = await send(getTask(ref.task), signal).catch((error: unknown) => {
    // 404 says that the task does not exist, as 204 does up to 3.21.19. That is a result, no error.
    if (isEngineError(error, 'notFound')) return undefined;
    throw error;
  });
  const isElsewhere = ref.execution !== undefined && ref.execution !== record?.workflowInstanceId;
  return isElsewhere ? undefined : record;
}
