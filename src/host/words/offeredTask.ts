import { readOnlyText } from '../../app/updates/check.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';

/** The task as its connection allows it: a read-only connection makes it unavailable. */
export function offeredTask(task: Task, connection: Connection | undefined): Task {
  if (connection?.readOnly !== true || task.options.unavailable !== undefined) return task;
  return unavailableTask(task, readOnlyText(connection));
}

/** The task marked as unavailable, with the reason as a sentence. */
export function unavailableTask(task: Task, unavailable: string): Task {
  return { ...task, options: { ...task.options, unavailable } };
}
