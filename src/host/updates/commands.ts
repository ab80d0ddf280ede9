import type { createDraftCommands } from './draftCommands.ts';
import type { createOutputCommands } from './outputCommands.ts';
import type { JournalCommands } from '../journal/journalCommands.ts';
import type { OnTask } from './onTask.ts';
import type { createPinnedCommands } from './pinnedCommands.ts';
import type { createReviewCommands } from './reviewCommands.ts';
import type { createTaskCommands } from './taskCommands.ts';

/** The handlers of all commands around updates, by the end of their id. */
export type UpdateCommands = { readonly 'task.repeat': OnTask } & ReturnType<
  typeof createTaskCommands
> &
  ReturnType<typeof createDraftCommands> &
  ReturnType<typeof createOutputCommands> &
  JournalCommands &
  ReturnType<typeof createReviewCommands> &
  ReturnType<typeof createPinnedCommands>;
