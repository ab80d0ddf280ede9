import type { Task } from '../../domain/task.ts';
import type { createDraftCommands } from './draftCommands.ts';
import type { createJournalCommands } from './journalCommands.ts';
import type { createPinnedCommands } from './pinnedCommands.ts';
import type { createTaskCommands } from './taskCommands.ts';

/** What a command of a task is called with: the row's task, or nothing, and then it asks. */
export type OnTask = (task: Task | undefined) => Promise<void>;

/** The handlers of all commands around updates, by the end of their id. */
export type UpdateCommands = ReturnType<typeof createTaskCommands> &
  ReturnType<typeof createDraftCommands> &
  ReturnType<typeof createJournalCommands> &
  ReturnType<typeof createPinnedCommands>;
