import type * as vscode from 'vscode';
import { markSent } from '../../app/taskList/markSent.ts';
import type { SentLine } from '../../app/taskList/markSent.ts';
import { applyListEdits } from './applyListEdits.ts';
import { openedAgain } from './listUri.ts';
import type { ListParts } from './listParts.ts';
import { journalLines } from './sentLine.ts';
import { textOf } from './textOf.ts';

// As many as a list may have lines.
const mostEntries = 2_000;

/** Writes into a document what became of the updates that were sent from it. */
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
  // What is open is looked up in the journal again, until it is settled.
  const isAnyOpen = sent.some(({ became }) => became.kind === 'open');
  await memory.keep(isAnyOpen ? marked.list : { ...marked.list, markedAt: clock.now() });
  await applyListEdits(document, marked.edits);
}

/**
 * The same from the journal: the window may have been closed in the middle of sending, or something
 * was sent again from elsewhere. What the engine holds already is asked for no second time.
 */
export async function writeJournaled(
  parts: ListParts,
  document: vscode.TextDocument,
): Promise<void> {
  const list = await parts.open.load(document);
  if (list === undefined) return;
  await writeOutcomes(parts, document, journalLines(await parts.journal.list(mostEntries), list));
}
