import * as vscode from 'vscode';
import type { LastSent } from '../../app/journal/lastSent.ts';
import { fittingPart, misfit, seemsToFit } from '../../app/updates/fittingPart.ts';
import { lastFor } from '../../app/journal/sentUpdate.ts';
import { updateWords } from '../../app/updates/updateWords.ts';
import type { SentUpdate } from '../../app/journal/sentUpdate.ts';
import type { Task } from '../../domain/task.ts';
import type { CommandId } from '../manifest.generated.ts';
import { fromUpdate, hasContent, fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { offeredTask } from '../words/offeredTask.ts';
import type { OnTask } from './onTask.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import { linkFree } from '../words/plainText.ts';
import { presentRefusal } from '../send/present.ts';
import { submitUpdate } from '../send/submit.ts';
import type { UpdateContext } from '../send/updateContext.ts';

/** What a repetition would send to a task, in words; undefined where it would not fit. */
export function repeatOffer(lastSent: LastSent): (task: Task) => string | undefined {
  const words = new WeakMap<SentUpdate, string>();
  return (task) => {
    // The first row that asks has the journal read; the rows are drawn again then.
    lastSent.load().catch(() => undefined);
    const sent = lastFor(lastSent.list(), task);
    if (sent === undefined || !seemsToFit(task, sent.update)) return undefined;
    const known = words.get(sent) ?? updateWords(sent.update);
    words.set(sent, known);
    return known;
  };
}

/** Repeat Last Update: what was sent last goes to this task as well, with every check. */
export function createRepeat(
  context: UpdateContext,
  lastSent: LastSent,
  compose: (task: Task, prefill: Composition) => Promise<void>,
): OnTask {
  return async (given) => {
    await lastSent.load();
    const [newest] = lastSent.list();
    if (newest === undefined) return tellNothingSent();
    const title = `Repeat ${updateWords(newest.update)}`;
    const task = given ?? (await pickTask(context, title, refusalOf(lastSent)));
    if (task === undefined) return;
    const sent = lastFor(lastSent.list(), task) ?? newest;
    const connection = context.connections.find(task.ref.connection);
    const offered = offeredTask(task, connection);
    const why =
      offered.options.refusal ??
      (connection === undefined ? undefined : misfit(connection, offered, sent.update));
    if (why !== undefined) return goOn(context, offered, sent, { why, compose });
    const draft = fromDraft(await context.drafts.read(task.ref));
    // A picker could name one update only; a draft of this task may be what they meant to send.
    const isUnseen = (given === undefined && sent !== newest) || hasContent(draft);
    const entrance = given === undefined ? 'palette' : 'view';
    await submitUpdate(
      context,
      { task: offered, entrance, skipDraft: true, ...(isUnseen ? { review: true } : {}) },
      sent.update,
    );
  };
}

function refusalOf(lastSent: LastSent) {
  return (task: Task): string | undefined => {
    if (task.options.refusal !== undefined) return task.options.refusal;
    const sent = lastFor(lastSent.list(), task);
    if (sent === undefined || seemsToFit(task, sent.update)) return undefined;
    return `${updateWords(sent.update)} does not fit this task.`;
  };
}

interface Misfit {
  readonly why: string;
  compose(task: Task, prefill: Composition): Promise<void>;
}

async function goOn(
  context: UpdateContext,
  task: Task,
  sent: SentUpdate,
  { why, compose }: Misfit,
): Promise<void> {
  if (task.options.refusal !== undefined) {
    return presentRefusal(context, task, [{ message: why }]);
  }
  // A notification shows little more than its beginning, and the wizard names the task.
  void vscode.window.showWarningMessage(linkFree(`Not repeated: ${why}`));
  await compose(task, fromUpdate(fittingPart(task, sent.update)));
}

async function tellNothingSent(): Promise<void> {
  const button = 'Update Task…';
  const picked = await vscode.window.showInformationMessage(
    'No update was sent yet that could be repeated.',
    button,
  );
  const update: CommandId = 'workflowTasks.task.update';
  if (picked === button) await vscode.commands.executeCommand(update);
}
