import * as vscode from 'vscode';
import { fromDraft, toUpdate } from '../updates/composition.ts';
import { createDraftKeeper } from '../updates/draftKeeper.ts';
import { keepDraft, keepWritten } from '../updates/keepDraft.ts';
import { offeredTask } from '../updates/offeredTask.ts';
import { linkFree } from '../updates/plainText.ts';
import { composeUpdate } from '../updates/wizard.ts';
import type { BulkContext } from './bulkContext.ts';
import { chosenText } from './chosenTasks.ts';
import type { ChosenTasks } from './chosenTasks.ts';
import { itemFor, taskForAll, titleFor } from './manyTasks.ts';
import { sendMany } from './sendMany.ts';

/** Update… on many: composed once, as if for the first, and sent to all. */
export async function updateMany(context: BulkContext, chosen: ChosenTasks): Promise<void> {
  const tasks = chosen.tasks.map((task) =>
    offeredTask(task, context.connections.find(task.ref.connection)),
  );
  const able = tasks.filter(({ options }) => options.refusal === undefined);
  const [first, ...others] = able;
  if (first === undefined) {
    const why = tasks[0]?.options.refusal ?? 'no task is selected.';
    void vscode.window.showWarningMessage(linkFree(`None of them can be updated: ${why}`));
    return;
  }
  const all = taskForAll([first, ...others]);
  const draft = await context.drafts.read(first.ref);
  const keeper = createDraftKeeper(context, first, draft);
  const { kind, composition } = await composeUpdate(all, fromDraft(draft), {
    canGoBack: false,
    keep: keeper.keep,
  });
  await keeper.done();
  if (kind === 'document') {
    await keepDraft(context, first, composition);
    return context.outputs.open([first, ...others]);
  }
  if (kind !== 'send') return keepWritten(context, first, composition);
  await keepWritten(context, first, composition);
  const composed = toUpdate(all, composition);
  if (composed.kind === 'bad') {
    void vscode.window.showErrorMessage(linkFree(`Nothing was sent: ${composed.message}`));
    return;
  }
  const { status } = composed.update;
  const role = all.options.statuses.find((option) => option.status === status)?.role;
  const wanted = { ...composed.update, role };
  const items = tasks.map((task) => itemFor(task, wanted));
  await sendMany(
    context,
    items,
    (count) => titleFor(wanted, count),
    chosenText(chosen, able.length, 'update'),
  );
}
