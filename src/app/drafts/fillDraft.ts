import type { Task, TaskRef } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import type { Draft, Drafts } from './drafts.ts';
import { formatOutput } from '../output/formatOutput.ts';
import { isSent, isTextSent } from './isSent.ts';

/**
 * Writes down what was typed before anything else happens. A draft that stands is closer to the
 * person's own words: it is only filled up with what it lacks.
 */
export async function fillDraft(
  drafts: Drafts,
  task: Task,
  update: TaskUpdate,
  connectionName: string,
): Promise<void> {
  const standing = await drafts.read(task.ref);
  const typed = draftOf(task, update, connectionName);
  if (standing === undefined) {
    await drafts.write(typed);
    return;
  }
  const lacking = parts.filter((part) => isBlank(standing[part]) && typed[part] !== undefined);
  if (lacking.length === 0) return;
  const added = Object.fromEntries(lacking.map((part) => [part, typed[part]]));
  await drafts.write({ ...typed, ...standing, ...added });
}

const parts = ['text', 'reason', 'fields'] as const;

function isBlank(part: Draft[(typeof parts)[number]]): boolean {
  return part === undefined || (typeof part === 'string' && part.trim() === '');
}

/**
 * What the text of a draft is checked against: the output that the person saw when they began it,
 * which a reload, or opening the task anew, does not make them see again.
 */
export function baseOf(
  before: Pick<Draft, 'text' | 'base'> | undefined,
  text: string | undefined,
  task: Pick<Task, 'output'>,
): Pick<Draft, 'base'> {
  if (before?.text !== undefined) return before.base === undefined ? {} : { base: before.base };
  return text === undefined ? {} : { base: { output: task.output } };
}

/** The task as whoever wrote this very update saw it. */
export async function asSeenBefore(drafts: Drafts, task: Task, update: TaskUpdate): Promise<Task> {
  if (update.output === undefined) return task;
  const draft = await drafts.read(task.ref);
  if (draft?.base === undefined || !isTextSent(draft, update)) return task;
  return { ...task, output: draft.base.output };
}

/** Puts a connection's name, once it is known, in place of its id. */
export async function nameDraft(drafts: Drafts, ref: TaskRef, name: string): Promise<void> {
  const draft = await drafts.read(ref);
  if (draft === undefined || draft.connectionName !== ref.connection || name === ref.connection) {
    return;
  }
  await drafts.write({ ...draft, connectionName: name });
}

/**
 * Removes the draft of a confirmed update, unless it holds more than what was sent: text that was
 * typed meanwhile, or an output beside which only a status was sent.
 */
export async function dropDraft(drafts: Drafts, ref: TaskRef, update: TaskUpdate): Promise<void> {
  const draft = await drafts.read(ref);
  if (draft !== undefined && isSent(draft, update)) await drafts.remove(ref);
}

function draftOf(task: Task, update: TaskUpdate, connectionName: string): Omit<Draft, 'savedAt'> {
  const { status, output, reason, fields } = update;
  const text = textOf(output);
  return {
    ref: task.ref,
    connectionName,
    ...(task.workflowName === undefined ? {} : { workflowName: task.workflowName }),
    taskName: task.name,
    ...(status === undefined ? {} : { status }),
    ...(output === undefined ? {} : { kind: output.kind }),
    ...(output?.kind === 'object' ? { mode: output.mode } : {}),
    ...(text === undefined ? {} : { text }),
    ...baseOf(undefined, text, task),
    ...(reason === undefined ? {} : { reason }),
    ...(fields === undefined ? {} : { fields }),
  };
}

function textOf(output: TaskUpdate['output']): string | undefined {
  return output?.kind === 'object' ? formatOutput(output.value) : output?.text;
}
