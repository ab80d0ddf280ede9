import type { CommandId } from '../manifest.generated.ts';
import type { UpdateCommands } from '../updateCommands.ts';
import type { givenRow } from '../trees/given.ts';
import type { Handler } from '../ui/handler.ts';

/** Those of the Updates view. */
export function journalTable(
  updates: UpdateCommands,
  row: (argument: unknown) => ReturnType<typeof givenRow>,
) {
  // These work on rows of every view, and on documents.
  const onAny =
    (run: (argument: unknown) => Promise<void>): Handler =>
    async (argument) =>
      run((await row(argument)) ?? argument);
  return {
    'workflowTasks.update.compare': updates['update.compare'],
    'workflowTasks.update.checkAgain': updates['update.checkAgain'],
    'workflowTasks.update.openTask': updates['update.openTask'],
    'workflowTasks.update.sendAgain': updates['update.sendAgain'],
    'workflowTasks.update.undo': updates['update.undo'],
    'workflowTasks.update.copyCurl': onAny(updates['update.copyCurl']),
    'workflowTasks.update.copyCode': onAny(updates['update.copyCode']),
    'workflowTasks.update.find': updates['update.find'],
    'workflowTasks.journal.filter': updates['journal.filter'],
    'workflowTasks.journal.clearFilter': updates['journal.clearFilter'],
    'workflowTasks.journal.export': updates['journal.export'],
    'workflowTasks.journal.clear': updates['journal.clear'],
  } satisfies Partial<Record<CommandId, Handler>>;
}
