import type { Answer } from '../../../domain/engine.ts';
import { EngineError, type EngineErrorKind, isEngineError } from '../../../domain/engineError.ts';
import { jsonBytes } from '../../../domain/json.ts';
import type { Task } from '../../../domain/task.ts';
import type { TaskUpdate } from '../../../domain/taskUpdate.ts';
import type { HttpRequest } from '../../../http/httpRequest.ts';
import { type UpdateBody, updateTask } from '../wire/endpoints.ts';
import { outputLimitBytes } from '../toDomain/updateOptions.ts';
import type { Project } from '../connection/project.ts';
import type { TaskRecord } from '../wire/records.ts';
import { isFutureId } from '../toDomain/toTask.ts';

/** Sends once. The answer shows the task after the update, but only reading the task proves it. */
export async function sendUpdate(
  project: Project,
  request: HttpRequest<TaskRecord>,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const task = await project.send(request, signal);
    const { status, output } = task;
    return { accepted: true, said: `200: the task is ${status}`, shows: { status, output } };
  } catch (error) {
    // The server rejected the update: the task is over, unknown, or cannot be completed from
    // outside.
    const isRejected = isEngineError(error, 'invalid') || isEngineError(error, 'notFound');
    if (!isRejected || !error.nothingApplied) throw error;
    return { accepted: false, said: error.message };
  }
}

/** The request for an update. Throws EngineError where the API cannot take it. */
export function updateRequest(
  project: Project,
  before: Task,
  update: TaskUpdate,
): HttpRequest<TaskRecord> {
  return updateTask(project.name, before.ref.task, bodyOf(before, update));
}

/** Rejects an update that the API cannot take, before any request. */
function bodyOf(before: Task, { status, output }: TaskUpdate): UpdateBody {
  if (isFutureId(before.ref.task))
    throw invalidUpdate('The task has not started, so it has no id yet.');
  if (status === undefined) throw invalidUpdate('An update needs a status.');
  if (output === undefined) return { status };
  if (output.kind === 'text') throw invalidUpdate('The output must be a JSON object.');
  if (jsonBytes(output.value) > outputLimitBytes) {
    throw invalidUpdate(`The output is larger than ${outputLimitBytes} bytes.`, 'tooLarge');
  }
  return { status, output: output.value };
}

function invalidUpdate(message: string, kind: EngineErrorKind = 'invalid'): EngineError {
  return new EngineError(kind, message, { nothingApplied: true });
}
