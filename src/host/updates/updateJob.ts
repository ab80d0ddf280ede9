import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import type { Entrance } from './updateContext.ts';

/** One update that is to be sent. */
export interface UpdateJob {
  /** The task as the person saw it. */
  readonly task: Task;
  readonly update: TaskUpdate;
  readonly entrance: Entrance;
  /** True: the person did not see the output that will be sent, so they are asked. */
  readonly review?: boolean;
}
