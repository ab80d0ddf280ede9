import * as vscode from 'vscode';
import { fromDraft } from '../compose/composition.ts';
import { createDraftKeeper } from '../compose/draftKeeper.ts';
import { keepDraft, keepWritten } from '../compose/keepDraft.ts';
import { linkFree } from '../words/plainText.ts';
import { composeUpdate } from '../compose/composeUpdate.ts';
import type { BulkParts } from './bulkParts.ts';
import { chosenText } from './chosenText.ts';
import type { ChosenTasks } from '../trees/commandTargets.ts';
import { taskForAll } from './taskForAll.ts';
import { offeredTasks } from './offeredTasks.ts';
import { sendAlike } from './sendAlike.ts';
import type { SharedOutputs } from './sharedOutputs.ts';

/** Update… for many tasks: composes one update as if for the first, then sends it to all. */
export async function updateMany(
  parts: BulkParts,
  outputs: Pick<SharedOutputs, 'open'>,
  chosen: ChosenTasks,
): Promise<void> {
  const tasks = await offeredTasks(parts, chosen.tasks);
  const able = tasks.filter(({ options }) => options.unavailable === undefined);
  const [first, ...others] = able;
  if (first === undefined) {
    const why = tasks[0]?.options.unavailable ?? 'no task is selected.';
    void vscode.window.showWarningMessage(linkFree(`None of them can be updated: ${why}`));
    return;
  }
  const all = taskForAll([first, ...others]);
  const draft = await parts.drafts.read(first.ref);
  const keeper = createDraftKeeper(parts, first, draft);
  const { kind, composition } = await composeUpdate(all, fromDraft(draft), {
    keep: keeper.keep,
  });
  await keeper.done();
  if (kind === 'document') {
    await keepDraft(parts, first, composition);
    return outputs.open([first, ...others]);
  }
  await keepWritten(parts, first, composition);
  // Many updates are always reviewed, so Send and Review mean the same here.
  if (kind !== 'send' && kind !== 'review') return;
  const note = chosenText(chosen, able.length, 'update');
  const begunAt = draft === undefined ? first.ref : undefined;
  await sendAlike(parts, { tasks, all, composition, note, begunAt });
}
