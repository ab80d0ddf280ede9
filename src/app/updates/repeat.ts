import type { Connection } from '../../domain/connection.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { definitionOf } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { optionOf } from '../../domain/update.ts';
import type { TaskUpdate, UpdateOptions } from '../../domain/update.ts';
import { check } from './check.ts';

/** An update that was sent, with what is needed to send it to another task. */
export type SentUpdate = Pick<
  JournalEntry,
  'id' | 'ref' | 'connectionName' | 'taskName' | 'definition' | 'update'
>;

/**
 * The update that a repetition on this task would send: the last one of the same definition, else
 * the last one of all. `sent` is newest first.
 */
export function lastFor(sent: readonly SentUpdate[], task: Task): SentUpdate | undefined {
  const definition = definitionOf(task);
  return sent.find((one) => definitionOfSent(one) === definition) ?? sent[0];
}

/** Quick enough for each row that is drawn: everything but the sizes and shapes of values. */
export function seemsToFit({ options }: Task, update: TaskUpdate): boolean {
  const { status, output, reason, fields } = update;
  return (
    options.refusal === undefined &&
    (status === undefined ? options.canKeepStatus === true : isOffered(options, update)) &&
    (output === undefined || takesOutput(options.output, output)) &&
    (reason === undefined || options.reasonLimit !== undefined) &&
    Object.keys(fields ?? {}).every((key) => options.fields.some((field) => field.key === key))
  );
}

/** Why this update cannot be sent to the task; undefined where it can. */
export function misfit(connection: Connection, task: Task, update: TaskUpdate): string | undefined {
  return check(connection, task, update)[0]?.message;
}

/** The parts of an update that the task takes, to go on with where the whole does not fit. */
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

const shownCharacters = 60;

/** An update in a few words: "COMPLETED with {"approved":true}, a reason". */
export function updateWords({ status, output, reason, fields }: TaskUpdate): string {
  const parts = [
    output === undefined ? undefined : shortened(outputText(output)),
    reason === undefined || reason === '' ? undefined : 'a reason',
    ...Object.keys(fields ?? {}),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return status ?? 'nothing';
  return status === undefined ? parts.join(', ') : `${status} with ${parts.join(', ')}`;
}

/** Newest first, one of each task definition, so that few of them go a long way. */
export function withNewest(
  sent: readonly SentUpdate[],
  entry: JournalEntry,
  limit: number,
): readonly SentUpdate[] {
  // What never left says nothing about what a person sends.
  if (entry.tries.length === 0) return sent;
  const { id, ref, connectionName, taskName, update } = entry;
  const definition = definitionOfSent(entry);
  const newest = { id, ref, connectionName, taskName, definition, update };
  const others = sent.filter((one) => definitionOfSent(one) !== definition);
  return [newest, ...others].slice(0, limit);
}

function definitionOfSent(sent: Pick<SentUpdate, 'ref' | 'taskName' | 'definition'>): string {
  return sent.definition ?? definitionOf({ ref: sent.ref, name: sent.taskName });
}

function isOffered(options: UpdateOptions, update: TaskUpdate): boolean {
  const option = optionOf(options, update);
  return option !== undefined && option.refusal === undefined;
}

function takesOutput(
  option: Task['options']['output'],
  output: NonNullable<TaskUpdate['output']>,
): boolean {
  if (option?.kind !== output.kind) return false;
  return output.kind === 'text' || option.modes.includes(output.mode);
}

function outputText(output: NonNullable<TaskUpdate['output']>): string {
  return output.kind === 'text' ? JSON.stringify(output.text) : stringifyJson(output.value);
}

function shortened(text: string): string {
  if (text.length <= shownCharacters) return text;
  return `${text.slice(0, shownCharacters).replace(/\p{Surrogate}$/u, '')}…`;
}
