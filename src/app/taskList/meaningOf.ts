import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';

/** The meaning of a typed status word for a task. */
export type StatusMeaning =
  /** The status that the task has already. */
  | { readonly kind: 'same' }
  /** In the engine's spelling if it knows the word, otherwise as typed. */
  | { readonly kind: 'other'; readonly status: string };

const roles = { complete: 'complete', fail: 'fail' } as const;

/**
 * Understands the engine's words in upper and lower case, and `complete` and `fail` on every
 * engine, so that one word works for the tasks of several engines. A word of the engine itself
 * comes first.
 */
export function meaningOf(word: string, task: Task): StatusMeaning {
  if (word === task.status) return { kind: 'same' };
  const words = task.options.statuses.map(({ status }) => status);
  if (words.includes(word)) return { kind: 'other', status: word };
  const lower = word.toLowerCase();
  if (lower === task.status.toLowerCase()) return { kind: 'same' };
  const known = words.find((status) => status.toLowerCase() === lower);
  if (known !== undefined) return { kind: 'other', status: known };
  const role = lower === roles.complete || lower === roles.fail ? lower : undefined;
  const option = role === undefined ? undefined : statusFor(task.options, role);
  return { kind: 'other', status: option?.status ?? word };
}
