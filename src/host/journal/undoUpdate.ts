import * as vscode from 'vscode';
import { undoOf } from '../../app/undo/undoOf.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { linkFree } from '../words/plainText.ts';
import type { JournalParts } from './journalParts.ts';

/**
 * Restores the task as it was before an update, after a review; or tells why that is impossible.
 */
export async function undoUpdate(parts: JournalParts, entry: JournalEntry): Promise<void> {
  const { ref } = entry;
  const { engine, connection } = await parts.connections.connected(ref.connection);
  const read = await engine.readTask(ref, new AbortController().signal);
  const now = read === undefined ? undefined : offeredTask(read, connection);
  const undo = undoOf(entry, now, engine.expects);
  if (undo.kind === 'impossible') return tellImpossible(parts, entry, undo.why);
  if (undo.stays.length > 0) {
    const text = `Not all of it can be undone. ${undo.stays.join(' ')}`;
    void vscode.window.showWarningMessage(linkFree(text, 600));
  }
  const { base, update } = undo;
  await parts.sender.send({ base, update, review: true, skipDraft: true }, 'palette');
}

async function tellImpossible(
  { viewers }: JournalParts,
  entry: JournalEntry,
  why: string,
): Promise<void> {
  const compare = 'Compare';
  const text = `The update of ${entry.taskName} was not undone: ${why}`;
  const picked = await vscode.window.showWarningMessage(linkFree(text, 600), compare);
  if (picked === compare) await viewers.showUpdate(entry);
}
