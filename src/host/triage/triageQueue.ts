import { oldestFirst } from '../../app/findWaiting.ts';
import type { WaitingHere } from '../../app/waitingReader.ts';
import { sameTask } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';

/** The counts of a walk. */
export interface Tally {
  completed: number;
  failed: number;
  skipped: number;
}

/** The waiting tasks of all connections, oldest first. */
export function triageQueue(found: readonly WaitingHere[]): readonly Task[] {
  return oldestFirst(found.flatMap(({ tasks }) => tasks));
}

/** The start of a walk: where the last one stopped, if that task still waits. */
export function firstStop(queue: readonly Task[], stoppedAt: TaskRef | undefined): number {
  if (stoppedAt === undefined) return 0;
  return Math.max(
    0,
    queue.findIndex(({ ref }) => sameTask(ref, stoppedAt)),
  );
}

/** "5 completed, 1 skipped."; empty when nothing was done. */
export function triageSentence(tally: Tally): string {
  const parts = (['completed', 'failed', 'skipped'] as const)
    .filter((word) => tally[word] > 0)
    .map((word) => `${tally[word]} ${word}`);
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}
