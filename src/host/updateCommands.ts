import type { createDraftCommands } from './outputDocument/draftCommands.ts';
import type { createOutputCommands } from './outputDocument/outputCommands.ts';
import type { JournalCommands } from './journal/journalCommands.ts';
import type { OnTask } from './tasks/onTask.ts';
import type { createPinnedCommands } from './pinned/pinnedCommands.ts';
import type { createReviewCommands } from './outputDocument/reviewCommands.ts';
import type { createTaskCommands } from './tasks/taskCommands.ts';

/** The handlers of all commands around updates, by the end of their id. */
export type UpdateCommands = { readonly 'task.repeat': OnTask } & ReturnType<
  typeof createTaskCommands
> &
  ReturnType<typeof createDraftCommands> &
  ReturnType<typeof createOutputCommands> &
  JournalCommands &
  ReturnType<typeof createReviewCommands> &
  ReturnType<typeof createPinnedCommands>;
