import * as vscode from 'vscode';
import type { JournalEntry } from '../../domain/outcome.ts';
import { workflowTitle } from '../../domain/task.ts';
import { listPick } from './listPick.ts';
import { outcomeLook } from './outcomeText.ts';
import { checkAgain } from './present.ts';
import { sentWord } from './sentWord.ts';
import { agoText } from './timeText.ts';
import type { UpdateContext } from './updateContext.ts';
import type { UpdateNode } from './updateNodes.ts';

const pageSize = 50;

/** What can be done with the updates that were sent. */
export function createJournalCommands(context: UpdateContext) {
  const { journal, views } = context;
  const onEntry =
    (
      title: string,
      isFit: (entry: JournalEntry) => boolean,
      run: (entry: JournalEntry) => Promise<void>,
    ) =>
    async (argument: unknown): Promise<void> => {
      const entry = await givenEntry(context, argument, title, isFit);
      if (entry !== undefined) await run(entry);
    };

  return {
    'update.compare': onEntry('Compare Before and After', () => true, views.showUpdate),
    'update.checkAgain': onEntry(
      'Check Again',
      ({ outcome }) => outcome?.kind !== 'confirmed' && outcome?.kind !== 'notApplied',
      (entry) => checkAgain(context, entry, 'view'),
    ),
    'update.openTask': onEntry(
      'Show Task of Update',
      () => true,
      async (entry) => {
        await context.reveal(entry.ref);
        await views.showTask({ ...entry, name: entry.taskName });
      },
    ),
    'journal.clear': async (): Promise<void> => {
      const answer = await vscode.window.showWarningMessage(
        'Clear the journal?',
        {
          modal: true,
          detail: 'Removes what is kept of the updates sent. Those in flight and drafts stay.',
        },
        'Clear Journal',
      );
      if (answer !== undefined) await journal.clear();
    },
  };
}

async function givenEntry(
  { journal, clock }: UpdateContext,
  argument: unknown,
  title: string,
  isFit: (entry: JournalEntry) => boolean,
): Promise<JournalEntry | undefined> {
  const given = argument as Partial<Extract<UpdateNode, { kind: 'entry' }>> | undefined;
  if (given?.kind === 'entry' && given.entry !== undefined) return given.entry;
  let limit = 0;
  const picked = await listPick<JournalEntry>({
    title,
    placeholder: 'Choose an update; type to filter',
    canGoBack: false,
    load: async () => {
      limit += pageSize;
      const entries = await journal.list(limit);
      const choices = entries.filter(isFit).map((entry) => ({
        label: entry.taskName,
        icon: outcomeLook(entry.outcome).icon.name.replace('~spin', ''),
        description: [
          sentWord(entry.update),
          outcomeLook(entry.outcome).word,
          agoText(entry.startedAt, clock.now()),
        ].join(' · '),
        detail: `${entry.connectionName} › ${workflowTitle(entry)}`,
        value: entry,
      }));
      const empty = { label: 'There is no such update in the journal', icon: 'info' };
      return {
        choices: choices.length === 0 ? [empty] : choices,
        more: entries.length === limit,
      };
    },
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}
