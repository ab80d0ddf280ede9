import type { Task } from '../../domain/task.ts';
import { groupBy } from './groupBy.ts';

/** A task with its earlier tries, oldest first. */
export interface Attempts {
  readonly task: Task;
  readonly attempts: readonly Task[];
}

/**
 * Groups the tries of the same task, by reference name, in the order in which the tasks came. The
 * last one is the current one. Two that are open at once are no tries of each other: both stay.
 */
export function groupAttempts(tasks: readonly Task[]): readonly Attempts[] {
  return [...groupBy(tasks, (task) => task.name).values()].flatMap((same) => {
    const inOrder = same.toSorted((a, b) => a.attempt - b.attempt);
    const last = inOrder.at(-1);
    const over = inOrder.slice(0, -1).filter((task) => task.terminal);
    const open = inOrder.slice(0, -1).filter((task) => !task.terminal);
    return [
      ...open.map((task) => ({ task, attempts: [] })),
      ...(last === undefined ? [] : [{ task: last, attempts: over }]),
    ];
  });
}
