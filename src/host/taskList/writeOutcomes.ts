import type * as vscode from 'vscode';
import { markSent } from '../../app/taskList/markSent.ts';
import type { SentLine } from '../../app/taskList/markSent.ts';
import { applyListEdits } from './applyListEdits.ts';
import { openedAgain } from './listUri.ts';
import type { ListParts } from './listParts.ts';
import { journalLines } from './sentLine.ts';
import { textOf } from './textOf.ts';

// The largest number of lines in a list.
const mostEntries = 2_000;

/** Writes the outcomes of a document's updates into the document. */
export async function writeOutcomes(
  { open, memory, clock }: ListParts,
  from: vscode.TextDocument,
  sent: readonly SentLine[],
): Promise<void> {
  if (sent.length === 0) return;
  const document = await openedAgain(from);
  const list = await open.load(document);
  if (list === undefined) return;
  const now = { text: textOf(document), lines: open.linesOf(document) };
  const marked = markSent(list, now, sent);
  // Without a new `markedAt`, unsettled updates are looked up in the journal again.
  const isAnyOpen = sent.some(({ became }) => became.kind === 'open');
  await memory.keep(isAnyOpen ? marked.list : { ...marked.list, markedAt: clock.now() });
  await applyListEdits(document, marked.edits);
}

/**
 * Writes outcomes from the journal, after the window closed during sending, or after an update was
 * sent again elsewhere. Changes that the engine already holds are not sent twice.
 */
export async function writeJournaled(
  parts: ListParts,
  document: vscode.TextDocument,
): Promise<void> {
  const list = await parts.open.load(document);
  if (list === undefined) return;
  await writeOutcomes(parts, document, journalLines(await parts.journal.list(mostEntries), list));
}
