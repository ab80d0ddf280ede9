import type { createDraftCommands } from './draftCommands.ts';
import type { createJournalCommands } from './journalCommands.ts';
import type { createOutputCommands } from './outputCommands.ts';
import type { createPinnedCommands } from './pinnedCommands.ts';
import type { createTaskCommands } from './taskCommands.ts';

/** The handlers of all commands around updates, by the end of their id. */
export type UpdateCommands = ReturnType<typeof createTaskCommands> &
  ReturnType<typeof createDraftCommands> &
  ReturnType<typeof createOutputCommands> &
  ReturnType<typeof createJournalCommands> &
  ReturnType<typeof createPinnedCommands>;
