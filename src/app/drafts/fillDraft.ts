import { namesOf } from '../../domain/namesOf.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import type { Draft, Drafts } from './drafts.ts';
import { formatOutput } from '../output/formatOutput.ts';
import { isSent, isTextSent } from './isSent.ts';

/**
 * Writes down what was typed, before anything else happens: the draft as it stands then. An
 * existing draft is closer to the person's own words, so only its missing parts are added.
 */
export async function fillDraft(
  drafts: Drafts,
  task: Task,
  update: TaskUpdate,
  connectionName: string,
): Promise<Draft> {
  const standing = await drafts.read(task.ref);
  const typed = draftOf(task, update, connectionName);
  if (standing === undefined) return drafts.write(typed);
  const lacking = parts.filter((part) => isBlank(standing[part]) && typed[part] !== undefined);
  if (lacking.length === 0) return standing;
  const added = Object.fromEntries(lacking.map((part) => [part, typed[part]]));
  return drafts.write({ ...typed, ...standing, ...added });
}

const parts = ['text', 'reason', 'fields'] as const;

function isBlank(part: Draft[(typeof parts)[number]]): boolean {
  return part === undefined || (typeof part === 'string' && part.trim() === '');
}

/**
 * The base of a draft's text: the output that the person saw when they began it. A reload, or
 * opening the task again, does not change it.
 */
export function baseOf(
  before: Pick<Draft, 'text' | 'base'> | undefined,
  text: string | undefined,
  task: Pick<Task, 'output'>,
): Pick<Draft, 'base'> {
  if (before?.text !== undefined) return before.base === undefined ? {} : { base: before.base };
  return text === undefined ? {} : { base: { output: task.output } };
}

/** The task as it was when the draft was begun: the base for detecting overwrites. */
export function asWhenBegun(task: Task, draft: Draft | undefined, update: TaskUpdate): Task {
  if (update.output === undefined || draft?.base === undefined) return task;
  return isTextSent(draft, update) ? { ...task, output: draft.base.output } : task;
}

/** Replaces the connection's id by its name as soon as that is known. */
export async function nameDraft(drafts: Drafts, draft: Draft, name: string): Promise<void> {
  const { ref, connectionName } = draft;
  if (connectionName !== ref.connection || name === ref.connection) return;
  // The person may have typed on meanwhile.
  const newest = await drafts.read(ref);
  if (newest !== undefined) await drafts.write({ ...newest, connectionName: name });
}

/**
 * Removes the draft of a confirmed update, unless it holds more than was sent: text typed
 * meanwhile, or an output when only a status was sent.
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
    ...namesOf(task),
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
