import * as vscode from 'vscode';
import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import { statusFor } from '../../domain/update.ts';
import { fromDraft, toUpdate } from '../compose/composition.ts';
import { createDraftKeeper } from '../compose/draftKeeper.ts';
import { keepWritten } from '../compose/keepDraft.ts';
import { refused } from '../words/offeredTask.ts';
import { linkFree } from '../words/plainText.ts';
import { refusalOfRole } from '../send/roleStatus.ts';
import { wantsReason } from '../words/statusChoices.ts';
import { reasonPrompt } from '../compose/wizardPrompts.ts';
import type { BulkParts } from './bulkParts.ts';
import { chosenText } from './chosenText.ts';
import type { ChosenTasks } from '../trees/commandTargets.ts';
import { offeredTasks } from './offeredTasks.ts';
import { itemFor, taskForAll, titleFor } from './manyTasks.ts';
import type { Wanted } from './manyTasks.ts';
import { sendMany } from './sendMany.ts';

/** ✓ and ✗ on many: each with its own engine's word, and with what its own draft holds. */
export async function sendRoleToMany(
  parts: BulkParts,
  role: 'complete' | 'fail',
  chosen: ChosenTasks,
): Promise<void> {
  const tasks = await offeredTasks(parts, chosen.tasks);
  const able = tasks.filter((task) => refusalOfRole(task, role) === undefined);
  const [first] = able;
  if (first === undefined) {
    const [any] = tasks;
    const why = any === undefined ? 'no task is selected.' : (refusalOfRole(any, role) ?? '');
    void vscode.window.showWarningMessage(linkFree(`Nothing was sent: ${why}`));
    return;
  }
  const given = await withReason(parts, able, { role, ...statusOf(first, role) });
  if (given === undefined) return;
  const { wanted, begunAt } = given;
  const items = await Promise.all(tasks.map((task) => withDraft(parts, task, wanted)));
  const note = chosenText(chosen, able.length, role);
  await sendMany(parts, items, (count) => titleFor(wanted, count), { note, begunAt });
}

function statusOf(task: Task, role: 'complete' | 'fail'): { readonly status?: string } {
  const status = statusFor(task.options, role)?.status;
  return status === undefined ? {} : { status };
}

/** One reason for all, where at least one task takes one; undefined when the person left. */
async function withReason(
  parts: BulkParts,
  able: readonly Task[],
  wanted: Wanted & { readonly role: 'complete' | 'fail' },
): Promise<{ readonly wanted: Wanted; readonly begunAt?: TaskRef } | undefined> {
  const [first, ...others] = able.filter(({ options }) =>
    wantsReason(options, statusFor(options, wanted.role)?.status),
  );
  if (first === undefined) return { wanted };
  const draft = await parts.drafts.read(first.ref);
  const keeper = createDraftKeeper(parts, first, draft);
  const answer = await reasonPrompt({
    task: taskForAll([first, ...others]),
    composition: {
      ...statusOf(first, wanted.role),
      ...(draft?.reason === undefined ? {} : { reason: draft.reason }),
    },
    keep: keeper.keep,
  });
  await keeper.done();
  const { reason } = answer.composition;
  if (answer.kind !== 'next') {
    await keepWritten(parts, first, answer.composition);
    return undefined;
  }
  if (reason === undefined || reason.trim() === '') return { wanted };
  const withIt = { ...wanted, reason: reason.trim() };
  return draft === undefined ? { wanted: withIt, begunAt: first.ref } : { wanted: withIt };
}

async function withDraft(parts: BulkParts, task: Task, wanted: Wanted): Promise<BulkItem> {
  const written = toUpdate(task, fromDraft(await parts.drafts.read(task.ref)));
  if (written.kind === 'bad') {
    // A draft that cannot be read must not be left out unseen: the review says why.
    return itemFor(refused(task, `Its draft cannot be sent: ${written.message}`), wanted);
  }
  const { output, fields } = written.update;
  return itemFor(task, {
    ...wanted,
    ...(output === undefined ? {} : { output }),
    ...(fields === undefined ? {} : { fields }),
  });
}
