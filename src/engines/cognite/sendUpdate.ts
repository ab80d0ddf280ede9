import type { Answer } from '../../domain/engine.ts';
import { EngineError } from '../../domain/engineError.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import { updateTask } from './endpoints.ts';
import type { Project } from './project.ts';
import { isFutureId } from './toTask.ts';

/** Sends once. The answer is the task after the update, which proves nothing before it is read. */
export async function sendUpdate(
  project: Project,
  before: Task,
  update: TaskUpdate,
  signal: AbortSignal,
): Promise<Answer> {
  const { status, output } = update;
  if (isFutureId(before.ref.task)) throw refused('The task has not started, so it has no id yet.');
  if (status === undefined) throw refused('An update needs a status.');
  if (output?.kind === 'text') throw refused('The output must be a JSON object.');
  const body = { status, ...(output === undefined ? {} : { output: output.value }) };
  const task = await project.send(updateTask(project.name, before.ref.task, body), signal);
  return { accepted: true, said: `200: the task is ${task.status}` };
}

function refused(message: string): EngineError {
  return new EngineError('invalid', message, { nothingApplied: true });
}
