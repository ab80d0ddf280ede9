import { sameTask } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { inFlightMs } from '../journal/inFlightMs.ts';
import type { Problem } from '../problem.ts';
import type { UpdateParts } from './updateParts.ts';

/**
 * A problem where another window may be sending to this task, or where an update of an earlier run
 * was not recovered yet.
 */
export async function pendingInAnotherWindow(
  { journal, ids, clock }: Pick<UpdateParts, 'journal' | 'ids' | 'clock'>,
  { ref, name }: Pick<Task, 'ref' | 'name'>,
): Promise<Problem | undefined> {
  const entries = await journal.inFlight((id) => ids.isOwn(id));
  const busy = entries.some(
    (entry) => sameTask(entry.ref, ref) && clock.now() - entry.startedAt < inFlightMs,
  );
  if (!busy) return undefined;
  return {
    message: `An earlier update of ${name} is not settled yet: wait a minute, or look at the Updates view.`,
  };
}
