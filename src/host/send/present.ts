import * as vscode from 'vscode';
import { mayUndo } from '../../app/undo/undoOf.ts';
import type { Problem } from '../../app/problem.ts';
import type { SettledEntry } from '../../app/journal/settledEntry.ts';
import { isAbort } from '../../domain/engineError.ts';
import { isOpenOutcome } from '../../domain/outcome.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Task } from '../../domain/task.ts';
import { errorText } from '../words/errorText.ts';
import type { CommandId } from '../manifest.generated.ts';
import { openDraft, openTaskOutput } from '../documents/openOutputs.ts';
import { outcomeSentence } from '../words/outcomeText.ts';
import { iconFree, linkFree } from '../words/plainText.ts';
import type { Entrance, UpdateContext } from './updateContext.ts';

// Long enough to be read on the way back to one's work.
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

/**
 * Shows what became of an update where the person looks. `again` is offered where the engine
 * refused it for a change by somebody else. Never throws.
 */
export function presentSettled(
  context: UpdateContext,
  entry: SettledEntry,
  entrance: Entrance,
  again?: () => Promise<void>,
): Promise<void> {
  return orTell(() => tellSettled(context, entry, entrance, again));
}

/** Says why nothing was sent, with the button that helps. Never throws. */
export function presentRefusal(
  context: Pick<UpdateContext, 'connections'>,
  task: Task,
  problems: readonly Problem[],
): Promise<void> {
  return orTell(() => tellRefusal(context, task, problems));
}

// Nobody waits for what is told here, so a failure of its own has to be told here as well.
async function orTell(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isAbort(error)) void vscode.window.showErrorMessage(linkFree(errorText(error).text));
  }
}

async function tellSettled(
  context: UpdateContext,
  entry: SettledEntry,
  entrance: Entrance,
  again: (() => Promise<void>) | undefined,
): Promise<void> {
  const sentence = outcomeSentence(entry);
  if (entry.outcome.kind === 'confirmed') {
    vscode.window.setStatusBarMessage(
      `$(check) ${iconFree(sentence.replace(/\.$/, ''), 120)}`,
      statusMessageMs,
    );
    if (context.isVisible() || entrance === 'statusBar') return;
  }
  const hasDraft = (await context.drafts.read(entry.ref)) !== undefined;
  const offered = [...againButton(entry, again), ...buttonsFor(entry, hasDraft)];
  const { kind } = entry.outcome;
  const picked = await notify(kind, sentence, offered);
  if (picked === buttons.mergeAgain || picked === buttons.sendAgain) await again?.();
  else if (picked !== undefined) await runButton(context, entry, picked, entrance);
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

function againButton(
  { outcome, update }: SettledEntry,
  again: (() => Promise<void>) | undefined,
): readonly Button[] {
  if (again === undefined || outcome.kind !== 'notApplied') return [];
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
      return vscode.window.showInformationMessage(sentence, ...offered);
    case 'notApplied':
      return vscode.window.showErrorMessage(sentence, ...offered);
    case 'pending':
    case 'unknown':
      return vscode.window.showWarningMessage(sentence, ...offered);
  }
}

async function runButton(
  context: UpdateContext,
  entry: SettledEntry,
  button: Exclude<Button, typeof buttons.mergeAgain | typeof buttons.sendAgain>,
  entrance: Entrance,
): Promise<void> {
  switch (button) {
    case 'Show Task':
      return context.views.showTask({ ...entry, name: entry.taskName });
    case 'Compare':
      return context.views.showUpdate(entry);
    case 'Check Again':
      return checkAgain(context, entry, entrance);
    case 'Undo…':
      await vscode.commands.executeCommand(undoCommand, { kind: 'entry', entry });
      return undefined;
    case 'Open Draft': {
      const draft = await context.drafts.read(entry.ref);
      return draft === undefined ? undefined : openDraft(context.store, draft);
    }
  }
}

/** Reads once more what became of an update, never sends it, and shows the result. */
export async function checkAgain(
  context: UpdateContext,
  entry: JournalEntry,
  entrance: Entrance,
): Promise<void> {
  const settled = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Reading the task again…' },
    () => context.updates.checkAgain(entry.id, new AbortController().signal),
  );
  context.marks.settled(settled);
  context.store.invalidate(entry.ref.connection, entry.ref.execution);
  await presentSettled(context, settled, entrance);
}

async function tellRefusal(
  context: Pick<UpdateContext, 'connections'>,
  task: Task,
  problems: readonly Problem[],
): Promise<void> {
  const [first] = problems;
  const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const sentence = linkFree(
    `Nothing was sent to ${task.name}: ${first?.message ?? 'the update was refused.'}${others}`,
  );
  const canEdit = task.options.output !== undefined && task.options.refusal === undefined;
  const picked = await vscode.window.showErrorMessage(
    sentence,
    ...(canEdit ? (['Edit Output'] as const) : []),
  );
  if (picked === 'Edit Output') await openTaskOutput(context.connections, task);
}
