import type { JournalEntry } from '../../domain/outcome.ts';
import { workflowTitle } from '../../domain/task.ts';
import { listPick } from '../ui/listPick.ts';
import type { Choice } from '../ui/listPick.ts';
import { outcomeLook } from '../words/outcomeLook.ts';
import { updateSummary } from '../words/updateSummary.ts';
import { agoText } from '../words/agoText.ts';
import type { UpdateNode } from './updateNodes.ts';
import type { JournalParts } from './journalParts.ts';

// The filter box searches loaded entries only. "Load more…" loads the rest.
const pageSize = 200;

export interface EntryPick {
  readonly title: string;
  /** Can the entry be picked? */
  isFit?(entry: JournalEntry): boolean;
}

/** The entry of the row that the command was called on, else one that the person picks. */
export async function chooseEntry(
  parts: JournalParts,
  argument: unknown,
  options: EntryPick,
): Promise<JournalEntry | undefined> {
  return entryOf(argument) ?? pickEntry(parts, options);
}

/** The entry of an argument: a row, or the same shape from a notification. */
export function entryOf(argument: unknown): JournalEntry | undefined {
  const given = argument as Partial<Extract<UpdateNode, { kind: 'entry' }>> | undefined;
  return given?.kind === 'entry' ? given.entry : undefined;
}

export async function pickEntry(
  { journal, clock }: JournalParts,
  { title, isFit = () => true }: EntryPick,
): Promise<JournalEntry | undefined> {
  let limit = 0;
  const picked = await listPick<JournalEntry>({
    title,
    placeholder: 'Type a task, workflow, connection, status or outcome',
    load: async () => {
      limit += pageSize;
      const entries = await journal.list(limit);
      const choices = entries.filter(isFit).map((entry) => entryChoice(entry, clock.now()));
      const empty = { label: 'There is no such update in the journal', icon: 'info' };
      return {
        choices: choices.length === 0 ? [empty] : choices,
        more: entries.length === limit,
      };
    },
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}

export function entryChoice(entry: JournalEntry, now: number): Choice<JournalEntry> {
  const look = outcomeLook(entry.outcome);
  return {
    label: entry.taskName,
    icon: look.icon.name.replace('~spin', ''),
    description: [updateSummary(entry.update), look.word, agoText(entry.startedAt, now)].join(
      ' · ',
    ),
    detail: `${entry.connectionName} › ${workflowTitle(entry)}`,
    value: entry,
  };
}
