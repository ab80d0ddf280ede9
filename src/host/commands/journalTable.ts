import type { CommandId } from '../manifest.generated.ts';
import type { UpdateCommands } from '../updates/commands.ts';
import type { Handler } from './handler.ts';

/** Those of the Updates view. */
export function journalTable(updates: UpdateCommands) {
  return {
    'workflowTasks.update.compare': updates['update.compare'],
    'workflowTasks.update.checkAgain': updates['update.checkAgain'],
    'workflowTasks.update.openTask': updates['update.openTask'],
    'workflowTasks.update.sendAgain': updates['update.sendAgain'],
    'workflowTasks.update.undo': updates['update.undo'],
    'workflowTasks.update.find': updates['update.find'],
    'workflowTasks.journal.filter': updates['journal.filter'],
    'workflowTasks.journal.clearFilter': updates['journal.clearFilter'],
    'workflowTasks.journal.export': updates['journal.export'],
    'workflowTasks.journal.clear': updates['journal.clear'],
  } satisfies Partial<Record<CommandId, Handler>>;
}
