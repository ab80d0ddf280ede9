import type { Task } from '../../../domain/task.ts';
import { groupBy } from './groupBy.ts';

/** A task with its earlier attempts, oldest first. */
export interface Attempts {
  readonly task: Task;
  readonly attempts: readonly Task[];
}

/**
 * Groups the attempts of a task by reference name and keeps the order of the tasks. The newest
 * attempt is the current task. Two open tasks of one name are no attempts of each other, so both
 * stay tasks.
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
