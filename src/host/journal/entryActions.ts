import { mayUndo } from '../../app/undo/undoOf.ts';
import { isOpenOutcome } from '../../domain/outcome.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Choice } from '../ui/listPick.ts';
import type { CommandId } from '../manifest.generated.ts';

/** A command for one journal entry. */
export type EntryCommand = Exclude<
  Extract<CommandId, `workflowTasks.update.${string}`>,
  'workflowTasks.update.find'
>;

/** The actions on an entry, in the order of its row's menu. */
export function entryActions(entry: JournalEntry): readonly Choice<EntryCommand>[] {
  const { outcome } = entry;
  const isSettled = outcome !== undefined;
  const choices: readonly (readonly [boolean, Choice<EntryCommand>])[] = [
    [
      true,
      { label: 'Compare Before and After', icon: 'diff', value: 'workflowTasks.update.compare' },
    ],
    [
      isOpenOutcome(outcome),
      { label: 'Check Again', icon: 'sync', value: 'workflowTasks.update.checkAgain' },
    ],
    [
      isSettled,
      { label: 'Send Update Again…', icon: 'redo', value: 'workflowTasks.update.sendAgain' },
    ],
    [
      mayUndo(entry),
      { label: 'Undo Update…', icon: 'discard', value: 'workflowTasks.update.undo' },
    ],
    [
      true,
      { label: 'Copy Update as curl', icon: 'terminal', value: 'workflowTasks.update.copyCurl' },
    ],
    [true, { label: 'Copy Update as Code…', icon: 'code', value: 'workflowTasks.update.copyCode' }],
    [true, { label: 'Show Task of Update', icon: 'json', value: 'workflowTasks.update.openTask' }],
  ];
  return choices.filter(([isShown]) => isShown).map(([, choice]) => choice);
}
