import { isOpenOutcome } from '../../domain/outcome.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import type { Change } from '../updates/changesBetween.ts';
import type { Problem } from '../problem.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';

/** One of many updates that are reviewed and sent together. */
export interface BulkItem {
  /** The task as the person saw it. */
  readonly base: Task;
  readonly update: TaskUpdate;
}

/** The result of one of many updates. Only a settled one may have reached the engine. */
export type BulkResult = { readonly item: BulkItem } & (
  | { readonly kind: 'settled'; readonly entry: SettledEntry }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  /** Somebody changed the task since the person looked: nothing was sent. */
  | { readonly kind: 'changed'; readonly changes: readonly Change[]; readonly now: Task }
  /** It was not sent. One sentence says why. */
  | { readonly kind: 'notSent'; readonly reason: string }
  /** The task could not be read before sending: nothing was sent. */
  | { readonly kind: 'failed'; readonly error: unknown }
);

/** May this update be reviewed and sent again? Only with proof that nothing was applied. */
export function isUnapplied(result: BulkResult): boolean {
  return result.kind !== 'settled' || result.entry.outcome.kind === 'notApplied';
}

/** Was it sent, with an open outcome? Reading may settle it. It is never sent again. */
export function isOpen(
  result: BulkResult,
): result is Extract<BulkResult, { readonly kind: 'settled' }> {
  return result.kind === 'settled' && isOpenOutcome(result.entry.outcome);
}
