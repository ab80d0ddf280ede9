import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/update.ts';

/** What a typed status word means for a task. */
export type StatusMeaning =
  /** The one that it has. */
  | { readonly kind: 'same' }
  /** In the engine's own spelling where it knows the word, else as typed. */
  | { readonly kind: 'other'; readonly status: string };

const roles = { complete: 'complete', fail: 'fail' } as const;

/**
 * The engine's words are understood in any case, and `complete` and `fail` on every engine: one
 * word then changes the tasks of several. A word that the engine has itself comes first.
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
