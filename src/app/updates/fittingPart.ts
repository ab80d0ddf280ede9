import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import { optionOf } from '../../domain/taskUpdate.ts';
import type { TaskUpdate, UpdateOptions } from '../../domain/taskUpdate.ts';
import { check } from './check.ts';

/** A quick check for every row that is drawn. It ignores the sizes and shapes of values. */
export function seemsToFit({ options }: Task, update: TaskUpdate): boolean {
  const { status, output, reason, fields } = update;
  return (
    options.unavailable === undefined &&
    (status === undefined ? options.canKeepStatus === true : isOffered(options, update)) &&
    (output === undefined || takesOutput(options.output, output)) &&
    (reason === undefined || options.reasonLimit !== undefined) &&
    Object.keys(fields ?? {}).every((key) => options.fields.some((field) => field.key === key))
  );
}

/** Why this update cannot be sent to the task; undefined when it can. */
export function misfit(connection: Connection, task: Task, update: TaskUpdate): string | undefined {
  return check(connection, task, update)[0]?.message;
}

/**
 * The parts of an update that the task takes. The person continues with them when the whole does
 * not fit.
 */
export function fittingPart({ options }: Task, update: TaskUpdate): TaskUpdate {
  const { status, output, reason, fields } = update;
  const known = Object.entries(fields ?? {}).filter(([key]) =>
    options.fields.some((field) => field.key === key),
  );
  return {
    ...(status !== undefined && isOffered(options, update) ? { status } : {}),
    ...(output !== undefined && output.kind === options.output?.kind ? { output } : {}),
    ...(reason !== undefined && options.reasonLimit !== undefined ? { reason } : {}),
    ...(known.length === 0 ? {} : { fields: Object.fromEntries(known) }),
  };
}

function isOffered(options: UpdateOptions, update: TaskUpdate): boolean {
  const option = optionOf(options, update);
  return option !== undefined && option.unavailable === undefined;
}

function takesOutput(
  option: Task['options']['output'],
  output: NonNullable<TaskUpdate['output']>,
): boolean {
  if (option?.kind !== output.kind) return false;
  return output.kind === 'text' || option.modes.includes(output.mode);
}
