import type { Answer } from '../../domain/engine.ts';
import { EngineError, type EngineErrorKind, isEngineError } from '../../domain/engineError.ts';
import { jsonBytes } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import type { HttpRequest } from '../../http/httpRequest.ts';
import { type UpdateBody, updateTask } from './endpoints.ts';
import { outputLimitBytes } from './options.ts';
import type { Project } from './project.ts';
import type { TaskRecord } from './records.ts';
import { isFutureId } from './toTask.ts';

/** Sends once. The answer is the task after the update, which proves nothing before it is read. */
export async function sendUpdate(
  project: Project,
  request: HttpRequest<TaskRecord>,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const task = await project.send(request, signal);
    return { accepted: true, said: `200: the task is ${task.status}` };
  } catch (error) {
    // The server's own no: the task is over, unknown, or not to be completed from outside.
    const isNo = isEngineError(error, 'invalid') || isEngineError(error, 'notFound');
    if (!isNo || !error.nothingApplied) throw error;
    return { accepted: false, said: error.message };
  }
}

/** The request that carries an update. Throws EngineError for what the API could not take. */
export function updateRequest(
  project: Project,
  before: Task,
  update: TaskUpdate,
): HttpRequest<TaskRecord> {
  return updateTask(project.name, before.ref.task, bodyOf(before, update));
}

/** Refuses what the API could not take, before any request. */
function bodyOf(before: Task, { status, output }: TaskUpdate): UpdateBody {
  if (isFutureId(before.ref.task)) throw refused('The task has not started, so it has no id yet.');
  if (status === undefined) throw refused('An update needs a status.');
  if (output === undefined) return { status };
  if (output.kind === 'text') throw refused('The output must be a JSON object.');
  if (jsonBytes(output.value) > outputLimitBytes) {
    throw refused(`The output is larger than ${outputLimitBytes} bytes.`, 'tooLarge');
  }
  return { status, output: output.value };
}

function refused(message: string, kind: EngineErrorKind = 'invalid'): EngineError {
  return new EngineError(kind, message, { nothingApplied: true });
}
