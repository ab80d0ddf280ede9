import { sameTask } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { offeredTask, unavailableTask } from '../words/offeredTask.ts';
import type { DraftParts } from '../compose/keepDraft.ts';

/**
 * The tasks as their connections allow them. A task whose draft came from a link is unavailable
 * here: that draft needs a review of its own.
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
