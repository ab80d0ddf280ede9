import * as vscode from 'vscode';
import { fittingPart, misfit, seemsToFit } from '../../app/updates/fittingPart.ts';
import { updateWords } from '../../app/updates/updateWords.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Task } from '../../domain/task.ts';
import { fromUpdate } from '../compose/composition.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import { linkFree } from '../words/plainText.ts';
import type { JournalParts } from './journalParts.ts';

/**
 * Sends the update of an entry again, after a review: to the same task if it still takes updates,
 * else to one that the person picks.
 */
export async function sendAgain(parts: JournalParts, entry: JournalEntry): Promise<void> {
  const { update } = entry;
  const same = await openTask(parts, entry);
  const task =
    same ?? (await pickTask(parts, `Send ${updateWords(update)}`, whyUnavailable(entry)));
  if (task === undefined) return;
  const connection = parts.connections.find(task.ref.connection);
  const offered = offeredTask(task, connection);
  const why = connection === undefined ? undefined : misfit(connection, offered, update);
  if (why === undefined) {
    const submission = { base: offered, update, review: true, skipDraft: true };
    await parts.sender.send(submission, 'palette');
    return;
  }
  void vscode.window.showWarningMessage(linkFree(`Not sent as it was: ${why}`));
  await parts.compose(offered, fromUpdate(fittingPart(offered, update)));
}

/** The entry's task if it still takes updates. Otherwise the person is told the reason. */
async function openTask(parts: JournalParts, entry: JournalEntry): Promise<Task | undefined> {
  const task = await taskOf(parts, entry);
  const unavailable =
    task === undefined
      ? 'The engine knows the task no more.'
      : (offeredTask(task, parts.connections.find(task.ref.connection)).options.unavailable ??
        (task.terminal ? `The task is ${task.status}.` : undefined));
  if (unavailable === undefined) return task;
  void vscode.window.showInformationMessage(
    linkFree(`${entry.taskName} takes no update now: ${unavailable} Choose another task.`),
  );
  return undefined;
}

/** Undefined also when the connection is gone. */
async function taskOf(parts: JournalParts, { ref }: JournalEntry): Promise<Task | undefined> {
  if (parts.connections.find(ref.connection) === undefined) return undefined;
  const { engine } = await parts.connections.connected(ref.connection);
  return engine.readTask(ref, new AbortController().signal);
}

function whyUnavailable({ update }: JournalEntry) {
  return (task: Task): string | undefined => {
    if (task.options.unavailable !== undefined) return task.options.unavailable;
    return seemsToFit(task, update) ? undefined : `${updateWords(update)} does not fit this task.`;
  };
}
