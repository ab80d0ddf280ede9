import * as vscode from 'vscode';
import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import { fromDraft, toUpdate } from '../compose/composition.ts';
import { createDraftKeeper } from '../compose/draftKeeper.ts';
import { keepWritten } from '../compose/keepDraft.ts';
import { unavailableTask } from '../words/offeredTask.ts';
import { linkFree } from '../words/plainText.ts';
import { whyNoRole } from '../send/roleStatus.ts';
import { wantsReason } from '../words/statusChoices.ts';
import { reasonPrompt } from '../compose/reasonPrompt.ts';
import type { BulkParts } from './bulkParts.ts';
import { chosenText } from './chosenText.ts';
import type { ChosenTasks } from '../trees/commandTargets.ts';
import { offeredTasks } from './offeredTasks.ts';
import { itemFor, titleFor } from './itemFor.ts';
import { taskForAll } from './taskForAll.ts';
import type { SharedUpdate } from './itemFor.ts';
import { sendMany } from './sendMany.ts';

/** ✓ and ✗ for many tasks: each gets its engine's status and the output of its own draft. */
export async function sendRoleToMany(
  parts: BulkParts,
  role: 'complete' | 'fail',
  chosen: ChosenTasks,
): Promise<void> {
  const tasks = await offeredTasks(parts, chosen.tasks);
  const able = tasks.filter((task) => whyNoRole(task, role) === undefined);
  const [first] = able;
  if (first === undefined) {
    const [any] = tasks;
    const why = any === undefined ? 'no task is selected.' : (whyNoRole(any, role) ?? '');
    void vscode.window.showWarningMessage(linkFree(`Nothing was sent: ${why}`));
    return;
  }
  const given = await withReason(parts, able, { role, ...statusOf(first, role) });
  if (given === undefined) return;
  const { shared, begunAt } = given;
  const items = await Promise.all(tasks.map((task) => withDraft(parts, task, shared)));
  const note = chosenText(chosen, able.length, role);
  await sendMany(parts, items, (count) => titleFor(shared, count), { note, begunAt });
}

function statusOf(task: Task, role: 'complete' | 'fail'): { readonly status?: string } {
  const status = statusFor(task.options, role)?.status;
  return status === undefined ? {} : { status };
}

/** Asks for one reason for all if a task takes one; undefined when the person left. */
async function withReason(
  parts: BulkParts,
  able: readonly Task[],
  shared: SharedUpdate & { readonly role: 'complete' | 'fail' },
): Promise<{ readonly shared: SharedUpdate; readonly begunAt?: TaskRef } | undefined> {
  const [first, ...others] = able.filter(({ options }) =>
    wantsReason(options, statusFor(options, shared.role)?.status),
  );
  if (first === undefined) return { shared };
  const draft = await parts.drafts.read(first.ref);
  const keeper = createDraftKeeper(parts, first, draft);
  const answer = await reasonPrompt({
    task: taskForAll([first, ...others]),
    composition: {
      ...statusOf(first, shared.role),
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
  if (reason === undefined || reason.trim() === '') return { shared };
  const withIt = { ...shared, reason: reason.trim() };
  return draft === undefined ? { shared: withIt, begunAt: first.ref } : { shared: withIt };
}

async function withDraft(parts: BulkParts, task: Task, shared: SharedUpdate): Promise<BulkItem> {
  const written = toUpdate(task, fromDraft(await parts.drafts.read(task.ref)));
  if (written.kind === 'bad') {
    // The review must show a draft that cannot be parsed.
    return itemFor(unavailableTask(task, `Its draft cannot be sent: ${written.message}`), shared);
  }
  const { output, fields } = written.update;
  return itemFor(task, {
    ...shared,
    ...(output === undefined ? {} : { output }),
    ...(fields === undefined ? {} : { fields }),
  });
}
