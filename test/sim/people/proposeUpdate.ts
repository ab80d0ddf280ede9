import type { JsonObject } from '../../../src/domain/json.ts';
import type { Task } from '../../../src/domain/task.ts';
import type { TaskUpdate } from '../../../src/domain/taskUpdate.ts';
import type { Stream } from '../streams.ts';

/** What a person may want to send to a task; `mark` tells it from every other update. */
export function proposeUpdate(task: Task, stream: Stream, mark: string): TaskUpdate {
  const { stop, reasonLimit, canKeepStatus } = task.options;
  if (stop !== undefined && stream.chance(0.07)) return { status: stop.status, stop: true };
  const keepsStatus = canKeepStatus === true && stream.chance(0.3);
  return {
    ...(keepsStatus ? {} : statusFor(task, stream)),
    ...(keepsStatus || stream.chance(0.65) ? outputFor(task, stream, mark) : {}),
    ...(reasonLimit !== undefined && stream.chance(0.2) ? { reason: `why ${mark}` } : {}),
    ...(stream.chance(0.25) ? fieldsFor(task, stream, mark) : {}),
  };
}

function statusFor({ options }: Task, stream: Stream): Pick<TaskUpdate, 'status'> {
  const statuses = options.statuses.filter(({ unavailable }) => unavailable === undefined);
  const saved = statuses.filter(({ endsTask }) => endsTask !== true);
  const isSaved = saved.length > 0 && stream.chance(0.4);
  const status = stream.pick(isSaved ? saved : statuses)?.status;
  return status === undefined ? {} : { status };
}

function outputFor(
  { options: { output } }: Task,
  stream: Stream,
  mark: string,
): Pick<TaskUpdate, 'output'> {
  if (output === undefined) return {};
  if (output.kind === 'text') return { output: { kind: 'text', text: `result ${mark}` } };
  const mode = stream.pick(output.modes) ?? 'merge';
  const value: JsonObject = stream.chance(0.1) ? {} : { mark, n: stream.below(100) };
  return { output: { kind: 'object', mode, value } };
}

function fieldsFor({ options }: Task, stream: Stream, mark: string): Pick<TaskUpdate, 'fields'> {
  const field = stream.pick(options.fields);
  if (field === undefined) return {};
  const values = {
    text: mark,
    number: stream.between(1, 60),
    lines: [`line ${mark}`],
    object: { mark },
  };
  return { fields: { [field.key]: values[field.kind] } };
}
