import * as vscode from 'vscode';
import { mayUndo } from '../../app/undo/undoOf.ts';
import type { SettledEntry } from '../../app/journal/settledEntry.ts';
import { isOpenOutcome } from '../../domain/outcome.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { AppParts } from '../appParts.ts';
import { openDraft } from '../documents/openTaskOutput.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { CommandId } from '../manifest.generated.ts';
import { outcomeSentence } from '../words/outcomeLook.ts';
import { iconFree, linkFree } from '../words/plainText.ts';
import type { Entrance } from './entrance.ts';
import { orTell } from './orTell.ts';

// Long enough for a person to read it while going back to work.
const statusMessageMs = 8000;

const buttons = {
  showTask: 'Show Task',
  compare: 'Compare',
  checkAgain: 'Check Again',
  undo: 'Undo…',
  openDraft: 'Open Draft',
  mergeAgain: 'Merge and Send Again…',
  sendAgain: 'Review and Send Again…',
} as const;
const undoCommand: CommandId = 'workflowTasks.update.undo';
type Button = (typeof buttons)[keyof typeof buttons];

interface Surroundings extends Pick<AppParts, 'drafts' | 'store'> {
  readonly viewers: Pick<Viewers, 'showTask' | 'showUpdate'>;
  isVisible(): boolean;
}

/** The next steps that a notification offers. */
interface GoingOn {
  readonly entrance: Entrance;
  checkAgain(entry: JournalEntry, entrance: Entrance): Promise<void>;
  /** Offered when the engine rejected the update because somebody else changed the task. */
  sendAgain?(): Promise<void>;
}

/** Shows the outcome of an update in the part of the UI that the person used. Never throws. */
export function tellOutcome(
  parts: Surroundings,
  entry: SettledEntry,
  next: GoingOn,
): Promise<void> {
  return orTell(() => tell(parts, entry, next));
}

async function tell(parts: Surroundings, entry: SettledEntry, next: GoingOn): Promise<void> {
  const sentence = outcomeSentence(entry);
  if (entry.outcome.kind === 'confirmed') {
    vscode.window.setStatusBarMessage(
      `$(check) ${iconFree(sentence.replace(/\.$/, ''), 120)}`,
      statusMessageMs,
    );
    if (parts.isVisible() || next.entrance === 'statusBar') return;
  }
  const hasDraft = (await parts.drafts.read(entry.ref)) !== undefined;
  const offered = [...againButton(entry, next), ...buttonsFor(entry, hasDraft)];
  const picked = await notify(entry.outcome.kind, sentence, offered);
  if (picked !== undefined) await runButton(parts, entry, picked, next);
}

function buttonsFor(entry: SettledEntry, hasDraft: boolean): readonly Button[] {
  const { kind, after } = entry.outcome;
  return [
    ...(isOpenOutcome(entry.outcome) ? [buttons.checkAgain] : []),
    ...(after === undefined ? [] : [buttons.compare]),
    buttons.showTask,
    ...(mayUndo(entry) ? [buttons.undo] : []),
    ...(kind !== 'confirmed' && hasDraft ? [buttons.openDraft] : []),
  ];
}

function againButton({ outcome, update }: SettledEntry, next: GoingOn): readonly Button[] {
  if (next.sendAgain === undefined || outcome.kind !== 'notApplied') return [];
  if (outcome.isConflict !== true) return [];
  return [update.output === undefined ? buttons.sendAgain : buttons.mergeAgain];
}

async function notify(
  kind: SettledEntry['outcome']['kind'],
  sentence: string,
  offered: readonly Button[],
): Promise<Button | undefined> {
  switch (kind) {
    case 'confirmed':
      return vscode.window.showInformationMessage(linkFree(sentence, 600), ...offered);
    case 'notApplied':
      return vscode.window.showErrorMessage(linkFree(sentence, 600), ...offered);
    case 'overtaken':
    case 'pending':
    case 'unknown':
      return vscode.window.showWarningMessage(linkFree(sentence, 600), ...offered);
  }
}

async function runButton(
  { viewers, drafts, store }: Surroundings,
  entry: SettledEntry,
  button: Button,
  next: GoingOn,
): Promise<void> {
  switch (button) {
    case 'Merge and Send Again…':
    case 'Review and Send Again…':
      return next.sendAgain?.();
    case 'Show Task':
      return viewers.showTask({ ...entry, name: entry.taskName });
    case 'Compare':
      return viewers.showUpdate(entry);
    case 'Check Again':
      return next.checkAgain(entry, next.entrance);
    case 'Undo…':
      await vscode.commands.executeCommand(undoCommand, { kind: 'entry', entry });
      return undefined;
    case 'Open Draft': {
      const draft = await drafts.read(entry.ref);
      return draft === undefined ? undefined : openDraft(store, draft);
    }
  }
}
