import type { Task } from '../../domain/task.ts';
import type { Entrance } from './updateContext.ts';

/** For which task an update is sent, and how. */
export interface UpdateJob {
  /** The task as the person saw it. */
  readonly task: Task;
  readonly entrance: Entrance;
  /** True: the person did not see the output that will be sent, so they are asked. */
  readonly review?: boolean;
  /** True: nothing of it was typed just now, it stands in the journal; no draft is made of it. */
  readonly skipDraft?: true;
  /** True where the draft holds what is sent: then it can be merged with a change by others. */
  readonly isWritten?: true;
}
