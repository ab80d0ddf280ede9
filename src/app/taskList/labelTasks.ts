import type { Task } from '../../domain/task.ts';
import type { ListedTask } from './taskList.ts';

/**
 * Gives each task a label that is unique in the list: its id, with the connection's id in front if
 * the id is taken. Existing labels stay.
 */
export function labelTasks(
  tasks: readonly Task[],
  before: readonly ListedTask[] = [],
): readonly ListedTask[] {
  const taken = new Set(before.map(({ label }) => label));
  return tasks.map((base) => {
    const { connection, task } = base.ref;
    let label = task;
    for (let count = 1; taken.has(label); count += 1) {
      label = count === 1 ? `${connection}/${task}` : `${connection}/${task}/${count}`;
    }
    taken.add(label);
    return { label, base };
  });
}
