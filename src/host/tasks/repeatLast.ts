import * as vscode from 'vscode';
import type { LastSent } from '../../app/journal/lastSent.ts';
import { fittingPart, misfit, seemsToFit } from '../../app/updates/fittingPart.ts';
import { lastFor } from '../../app/journal/sentUpdate.ts';
import { updateWords } from '../../app/updates/updateWords.ts';
import type { SentUpdate } from '../../app/journal/sentUpdate.ts';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { CommandId } from '../manifest.generated.ts';
import { fromUpdate, hasContent, fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import { linkFree } from '../words/plainText.ts';
import type { Sender } from '../send/sender.ts';
import type { SendOnce } from './sendOnce.ts';

export type Repeat = (task: Task | undefined, leaving?: unknown) => Promise<void>;

interface RepeatPorts {
  readonly sender: Sender;
  readonly lastSent: LastSent;
  readonly sendOnce: SendOnce;
  compose(task: Task, prefill: Composition): Promise<void>;
}

/** Repeat Last Update: sends the last update to this task as well, with every check. */
export function createRepeatLast(
  app: AppParts,
  { sender, lastSent, sendOnce, compose }: RepeatPorts,
): Repeat {
  return async (given, leaving) => {
    await lastSent.load();
    const [newest] = lastSent.list();
    if (newest === undefined) return tellNothingSent();
    const title = `Repeat ${updateWords(newest.update)}`;
    const task = given ?? (await pickTask(app, title, whyUnavailable(lastSent)));
    if (task === undefined) return;
    const sent = lastFor(lastSent.list(), task) ?? newest;
    const connection = app.connections.find(task.ref.connection);
    const offered = offeredTask(task, connection);
    const why =
      offered.options.unavailable ??
      (connection === undefined ? undefined : misfit(connection, offered, sent.update));
    if (why !== undefined) return goOn(sender, offered, sent, { why, compose });
    const draft = fromDraft(await app.drafts.read(task.ref));
    // The picker's title names only one update, and a draft may be what the person wants to send.
    const isUnseen = (given === undefined && sent !== newest) || hasContent(draft);
    const { update } = sent;
    const submission = { base: offered, update, skipDraft: true, review: isUnseen };
    if (given === undefined) {
      await sender.send(submission, 'palette');
      return;
    }
    const entrance = leaving === undefined ? 'view' : 'key';
    await sendOnce('repeat', given, () => sender.send(submission, entrance));
  };
}

function whyUnavailable(lastSent: LastSent) {
  return (task: Task): string | undefined => {
    if (task.options.unavailable !== undefined) return task.options.unavailable;
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
  sender: Sender,
  task: Task,
  sent: SentUpdate,
  { why, compose }: Misfit,
): Promise<void> {
  if (task.options.unavailable !== undefined) {
    return sender.tellInvalid(task, [{ message: why }]);
  }
  // A notification shows only its beginning, and the wizard shows the task's name.
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
