import { sameTask } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { offeredTask, unavailableTask } from '../words/offeredTask.ts';
import type { DraftParts } from '../compose/keepDraft.ts';

/**
 * The tasks with what may be sent to them among many. One whose draft came from a link is left out:
 * that wants a look of its own, and a line of a review is none.
 */
export async function offeredTasks(
  { drafts, connections }: DraftParts,
  tasks: readonly Task[],
): Promise<readonly Task[]> {
  const linked = (await drafts.list()).filter(({ fromLink }) => fromLink === true);
  return tasks.map((task) => {
    const offered = offeredTask(task, connections.find(task.ref.connection));
    const isLinked = linked.some(({ ref }) => sameTask(ref, task.ref));
    if (!isLinked || offered.options.unavailable !== undefined) return offered;
    return unavailableTask(
      offered,
      'Its draft came from a link: review it by itself, or discard it.',
    );
  });
}
