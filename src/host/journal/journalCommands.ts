import * as vscode from 'vscode';
import { mayUndo } from '../../app/undo/undoOf.ts';
import { isOpenOutcome } from '../../domain/outcome.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { CommandTargets } from '../trees/commandTargets.ts';
import type { Handler } from '../ui/handler.ts';
import { copyAsCode, copyAsCurl } from './copyAsCode.ts';
import { exportJournal } from './exportJournal.ts';
import { askForFilter } from './askForFilter.ts';
import { findUpdate } from './findUpdate.ts';
import type { JournalParts } from './journalParts.ts';
import { chooseEntry } from './pickEntry.ts';
import { sendAgain } from './sendAgain.ts';
import { undoUpdate } from './undoUpdate.ts';

/** The commands of sent updates and of the journal. */
export function createJournalCommands(parts: JournalParts, targets: Pick<CommandTargets, 'row'>) {
  const { filter, connections } = parts;
  // These two accept rows of every view, and documents.
  const onAnything =
    (run: (parts: JournalParts, argument: unknown) => Promise<void>): Handler =>
    async (argument) =>
      run(parts, (await targets.row(argument)) ?? argument);
  return {
    ...entryCommands(parts),
    'workflowTasks.update.copyCurl': onAnything(copyAsCurl),
    'workflowTasks.update.copyCode': onAnything(copyAsCode),
    'workflowTasks.update.find': async () => {
      const found = await findUpdate(parts);
      if (found === undefined) return;
      const { command, entry } = found;
      await vscode.commands.executeCommand(command, { kind: 'entry', entry });
    },
    'workflowTasks.journal.filter': async () => {
      const names = connections.list().map(({ name }) => name);
      const next = await askForFilter(filter.current(), names);
      if (next !== undefined) await filter.use(next);
    },
    'workflowTasks.journal.clearFilter': () => filter.use({}),
    'workflowTasks.journal.export': (argument) => exportJournal(parts, argument),
    'workflowTasks.journal.clear': () => clearJournal(parts),
  } satisfies Partial<Record<CommandId, Handler>>;
}

function entryCommands(parts: JournalParts) {
  const onEntry =
    (
      title: string,
      run: (entry: JournalEntry) => Promise<void>,
      isFit: (entry: JournalEntry) => boolean = () => true,
    ): Handler =>
    async (argument) => {
      const entry = await chooseEntry(parts, argument, { title, isFit });
      if (entry !== undefined) await run(entry);
    };
  const { viewers, sender, reveal } = parts;
  return {
    'workflowTasks.update.compare': onEntry('Compare Before and After', viewers.showUpdate),
    'workflowTasks.update.checkAgain': onEntry(
      'Check Again',
      (entry) => sender.checkAgain(entry, 'view'),
      ({ outcome }) => isOpenOutcome(outcome),
    ),
    'workflowTasks.update.openTask': onEntry('Show Task of Update', async ({ ref, taskName }) => {
      await reveal(ref);
      await viewers.showTask({ ref, name: taskName });
    }),
    'workflowTasks.update.sendAgain': onEntry(
      'Send Update Again',
      (entry) => sendAgain(parts, entry),
      ({ outcome }) => outcome !== undefined,
    ),
    'workflowTasks.update.undo': onEntry(
      'Undo Update',
      (entry) => undoUpdate(parts, entry),
      mayUndo,
    ),
  } satisfies Partial<Record<CommandId, Handler>>;
}

async function clearJournal({ journal, lastSent }: JournalParts): Promise<void> {
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
