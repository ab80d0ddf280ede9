import type { Task } from '../../domain/task.ts';

/** What a command of a task is called with: the row's task, or nothing, and then it asks. */
export type OnTask = (task: Task | undefined) => Promise<void>;
