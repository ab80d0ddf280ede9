import type { JournalEntry } from '../../domain/outcome.ts';
import { definitionOf } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';

/** A sent update, with everything needed to send it to another task. */
export type SentUpdate = Pick<
  JournalEntry,
  'id' | 'ref' | 'connectionName' | 'taskName' | 'definition' | 'update'
>;

/**
 * The update to repeat on this task: the last one of the same definition, otherwise the last one of
 * all. `sent` is newest first.
 */
export function lastFor(sent: readonly SentUpdate[], task: Task): SentUpdate | undefined {
  const definition = definitionOf(task);
  return sent.find((one) => definitionOfSent(one) === definition) ?? sent[0];
}

/** Adds an update in front and keeps only the newest one of each task definition. */
export function withNewest(
  sent: readonly SentUpdate[],
  entry: JournalEntry,
  limit: number,
): readonly SentUpdate[] {
  // An update that was never sent is not worth repeating.
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
