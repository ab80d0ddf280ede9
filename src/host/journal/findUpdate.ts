import type { JournalEntry } from '../../domain/outcome.ts';
import { listPick } from '../ui/listPick.ts';
import { entryActions } from './entryActions.ts';
import type { EntryCommand } from './entryActions.ts';
import type { JournalContext } from './journalContext.ts';
import { pickEntry } from './pickEntry.ts';

/** Find Update…: one of all that were sent, then what to do with it. */
export async function findUpdate(
  context: JournalContext,
): Promise<{ readonly entry: JournalEntry; readonly command: EntryCommand } | undefined> {
  const entry = await pickEntry(context, { title: 'Find Update' });
  if (entry === undefined) return undefined;
  const picked = await listPick<EntryCommand>({
    title: entry.taskName,
    placeholder: 'What to do with this update',
    load: async () => ({ choices: entryActions(entry) }),
  });
  return picked.kind === 'picked' ? { entry, command: picked.value } : undefined;
}
