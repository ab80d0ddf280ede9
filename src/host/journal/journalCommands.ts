import * as vscode from 'vscode';
import { mayUndo } from '../../app/undo/undoOf.ts';
import { isOpenOutcome } from '../../domain/outcome.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { checkAgain } from '../send/present.ts';
import type { UpdateContext } from '../send/updateContext.ts';
import { copyAsCode, copyAsCurl } from './copyUpdate.ts';
import { exportJournal } from './exportJournal.ts';
import { askForFilter } from './filterPrompt.ts';
import { findUpdate } from './findUpdate.ts';
import type { JournalContext, JournalPorts } from './journalContext.ts';
import { givenEntry } from './pickEntry.ts';
import { sendAgain } from './sendAgain.ts';
import { undoUpdate } from './undoUpdate.ts';

type Handler = (argument: unknown) => Promise<void>;

/** The handlers of all commands of the journal, by the end of their id. */
export type JournalCommands = Readonly<
  Record<
    | 'update.compare'
    | 'update.checkAgain'
    | 'update.openTask'
    | 'update.sendAgain'
    | 'update.undo'
    | 'update.copyCurl'
    | 'update.copyCode'
    | 'update.find'
    | 'journal.filter'
    | 'journal.clearFilter'
    | 'journal.export'
    | 'journal.clear',
    Handler
  >
>;

/** What can be done with the updates that were sent. */
export function createJournalCommands(from: UpdateContext, ports: JournalPorts): JournalCommands {
  const context: JournalContext = { ...from, ...ports };
  const { filter } = context;
  const commands: JournalCommands = {
    ...entryCommands(context),
    'update.copyCurl': (argument) => copyAsCurl(context, argument),
    'update.copyCode': (argument) => copyAsCode(context, argument),
    'update.find': async () => {
      const found = await findUpdate(context);
      if (found !== undefined) await commands[found.command]({ kind: 'entry', entry: found.entry });
    },
    'journal.filter': async () => {
      const names = context.connections.list().map(({ name }) => name);
      const next = await askForFilter(filter.current(), names);
      if (next !== undefined) await filter.use(next);
    },
    'journal.clearFilter': () => filter.use({}),
    'journal.export': (argument) => exportJournal(context, argument),
    'journal.clear': () => clearJournal(context),
  };
  return commands;
}

function entryCommands(context: JournalContext) {
  const onEntry =
    (
      title: string,
      run: (entry: JournalEntry) => Promise<void>,
      isFit: (entry: JournalEntry) => boolean = () => true,
    ): Handler =>
    async (argument) => {
      const entry = await givenEntry(context, argument, { title, isFit });
      if (entry !== undefined) await run(entry);
    };
  const { views } = context;
  return {
    'update.compare': onEntry('Compare Before and After', views.showUpdate),
    'update.checkAgain': onEntry(
      'Check Again',
      (entry) => checkAgain(context, entry, 'view'),
      ({ outcome }) => isOpenOutcome(outcome),
    ),
    'update.openTask': onEntry('Show Task of Update', async ({ ref, taskName }) => {
      await context.reveal(ref);
      await views.showTask({ ref, name: taskName });
    }),
    'update.sendAgain': onEntry(
      'Send Update Again',
      (entry) => sendAgain(context, entry),
      ({ outcome }) => outcome !== undefined,
    ),
    'update.undo': onEntry('Undo Update', (entry) => undoUpdate(context, entry), mayUndo),
  };
}

async function clearJournal({ journal, lastSent }: JournalContext): Promise<void> {
  const answer = await vscode.window.showWarningMessage(
    'Clear the journal?',
    {
      modal: true,
      detail: 'Removes what is kept of the updates sent. Those in flight and drafts stay.',
    },
    'Clear Journal',
  );
  if (answer === undefined) return;
  await journal.clear();
  lastSent.forget();
}
