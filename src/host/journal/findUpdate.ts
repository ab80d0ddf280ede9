import type { JournalEntry } from '../../domain/outcome.ts';
import { listPick } from '../ui/listPick.ts';
import { entryActions } from './entryActions.ts';
import type { EntryCommand } from './entryActions.ts';
import type { JournalParts } from './journalParts.ts';
import { pickEntry } from './pickEntry.ts';

/** Find Update…: picks a sent update, then an action on it. */
export async function findUpdate(
  parts: JournalParts,
): Promise<{ readonly entry: JournalEntry; readonly command: EntryCommand } | undefined> {
  const entry = await pickEntry(parts, { title: 'Find Update' });
  if (entry === undefined) return undefined;
  const picked = await listPick<EntryCommand>({
    title: entry.taskName,
    placeholder: 'What to do with this update',
    load: async () => ({ choices: entryActions(entry) }),
  });
  return picked.kind === 'picked' ? { entry, command: picked.value } : undefined;
}
