import { mayUndo } from '../../app/updates/undo.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { listPick } from '../updates/listPick.ts';
import type { Choice } from '../updates/listPick.ts';
import type { JournalCommands } from './journalCommands.ts';
import type { JournalContext } from './journalContext.ts';
import { pickEntry } from './pickEntry.ts';

type EntryCommand = Extract<keyof JournalCommands, `update.${string}`>;

/** Find Update…: one of all that were sent, then what to do with it. */
export async function findUpdate(
  context: JournalContext,
): Promise<{ readonly entry: JournalEntry; readonly command: EntryCommand } | undefined> {
  const entry = await pickEntry(context, { title: 'Find Update' });
  if (entry === undefined) return undefined;
  const picked = await listPick<EntryCommand>({
    title: entry.taskName,
    placeholder: 'What to do with this update',
    canGoBack: false,
    load: async () => ({ choices: actionsFor(entry), more: false }),
  });
  return picked.kind === 'picked' ? { entry, command: picked.value } : undefined;
}

/** What fits an entry, in the order of its row's menu. */
export function actionsFor(entry: JournalEntry): readonly Choice<EntryCommand>[] {
  const { outcome } = entry;
  const isOpen = outcome === undefined || outcome.kind === 'pending' || outcome.kind === 'unknown';
  const choices: readonly (readonly [boolean, Choice<EntryCommand>])[] = [
    [true, { label: 'Compare Before and After', icon: 'diff', value: 'update.compare' }],
    [isOpen, { label: 'Check Again', icon: 'sync', value: 'update.checkAgain' }],
    [true, { label: 'Send Update Again…', icon: 'redo', value: 'update.sendAgain' }],
    [mayUndo(entry), { label: 'Undo Update…', icon: 'discard', value: 'update.undo' }],
    [true, { label: 'Show Task of Update', icon: 'json', value: 'update.openTask' }],
  ];
  return choices.filter(([isShown]) => isShown).map(([, choice]) => choice);
}
