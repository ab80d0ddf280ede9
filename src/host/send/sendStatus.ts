import * as vscode from 'vscode';
import { check } from '../../app/updates/check.ts';
import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/update.ts';
import { toUpdate } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { createDraftKeeper } from '../compose/draftKeeper.ts';
import { linkFree } from '../words/plainText.ts';
import { keepWritten } from '../compose/keepDraft.ts';
import { wantsReason } from '../words/statusChoices.ts';
import { submit } from './submit.ts';
import type { Submission } from './submit.ts';
import type { UpdateContext } from './updateContext.ts';
import { reasonPrompt } from '../compose/wizardPrompts.ts';

/**
 * Sends with the status that is set; where it fails the task, asks for a reason first. Undefined
 * when the person left.
 */
export async function sendWithReason(
  context: UpdateContext,
  job: Submission,
): Promise<Submitted | undefined> {
  const composition = await withReason(context, job);
  return composition && submit(context, { ...job, composition });
}

/**
 * What was written with a reason, where its status calls for one. Esc there sends nothing and keeps
 * what was typed: undefined then. What cannot be sent anyway is told before anything is asked.
 */
export async function withReason(
  context: UpdateContext,
  job: Submission,
): Promise<Composition | undefined> {
  const { task, composition } = job;
  if (!wantsReason(task.options, composition.status) || isRefused(context, job)) {
    return composition;
  }
  const before = await context.drafts.read(task.ref);
  const keeper = createDraftKeeper(context, task, before);
  const { text, ...asked } = composition;
  const answer = await reasonPrompt({ task, composition: asked, keep: keeper.keep });
  await keeper.done();
  if (answer.kind !== 'next') {
    await keepWritten(context, task, answer.composition);
    return undefined;
  }
  if (text === undefined) return answer.composition;
  // The box stays open while one writes on in the task's document: its draft is the newest then.
  const standing = text === before?.text ? await context.drafts.read(task.ref) : undefined;
  return { ...answer.composition, text: standing?.text ?? text };
}

function isRefused({ connections }: UpdateContext, { task, composition }: Submission): boolean {
  // A reason that does not fit can still be changed when it is asked for.
  const { reason: _asked, ...others } = composition;
  const composed = toUpdate(task, others);
  const connection = connections.find(task.ref.connection);
  if (composed.kind === 'bad' || connection === undefined) return true;
  return check(connection, task, composed.update).length > 0;
}

/** The status of a role; where it is not allowed, the person reads why and it is undefined. */
export function statusOfRole(task: Task, role: 'complete' | 'fail'): string | undefined {
  const option = statusFor(task.options, role);
  if (option !== undefined) return option.status;
  void vscode.window.showWarningMessage(
    linkFree(`${task.name}: ${refusalOfRole(task, role) ?? ''}`),
  );
  return undefined;
}

/** Why a role's status cannot be set; undefined when it can. */
export function refusalOfRole(task: Task, role: 'complete' | 'fail'): string | undefined {
  const { options } = task;
  if (statusFor(options, role) !== undefined) return undefined;
  const refusal = options.statuses.find((status) => status.role === role)?.refusal;
  const verb = role === 'complete' ? 'completed' : 'failed';
  return options.refusal ?? refusal ?? `This task cannot be ${verb} from here.`;
}
