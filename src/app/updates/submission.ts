import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import type { Draft } from '../drafts/drafts.ts';

/** An update to be sent. It has this shape from every entrance to the request. */
export interface Submission {
  /** The task as the person saw it. */
  readonly base: Task;
  readonly update: TaskUpdate;
  /** The draft that holds the update, as it was just read or written; it is not read again. */
  readonly draft?: Draft | undefined;
  /** True: always ask. */
  readonly review?: boolean;
  /** True where the caller keeps what was typed, so that no draft is written for this task. */
  readonly skipDraft?: boolean;
}
