import { readOnlyText } from '../../app/updates/check.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';

/** The task with what this connection lets a person send: nothing where it is read only. */
export function offeredTask(task: Task, connection: Connection | undefined): Task {
  if (connection?.readOnly !== true || task.options.unavailable !== undefined) return task;
  return unavailableTask(task, readOnlyText(connection));
}

/** The task with a sentence on why nothing can be sent to it now. */
export function unavailableTask(task: Task, unavailable: string): Task {
  return { ...task, options: { ...task.options, unavailable } };
}
