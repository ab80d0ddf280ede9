import * as vscode from 'vscode';
import type { Phase, Submitted } from '../../app/updates/submission.ts';
import { isAbort } from '../../domain/engineError.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/update.ts';
import { ask } from './ask.ts';
import { hasContent, toUpdate } from './composition.ts';
import type { Composition } from './composition.ts';
import { keepDraft } from './keepDraft.ts';
import { oneLine } from './plainText.ts';
import { presentRefusal, presentSettled } from './present.ts';
import type { Entrance, UpdateContext } from './updateContext.ts';

export interface Submission {
  /** The task as the person saw it. */
  readonly task: Task;
  readonly composition: Composition;
  readonly entrance: Entrance;
  /** True: the person did not see the output that will be sent, so they are asked. */
  readonly review?: boolean;
  /** True: nothing of it was typed just now, it stands in the journal; no draft is made of it. */
  readonly keptElsewhere?: true;
}

const phaseTexts: Record<Phase, string> = {
  checking: 'Checking',
  asking: 'Waiting for your answer on',
  sending: 'Sending',
  verifying: 'Verifying',
};

// Quick answers need no dialog; after this one gets a button that cancels.
const patienceMs = 3000;

/**
 * The one way in which every entrance sends. What was typed is kept as a draft first. Throws
 * EngineError where the task could not be read; nothing was sent then.
 */
export async function submit(context: UpdateContext, job: Submission): Promise<Submitted> {
  const { task, composition } = job;
  if (hasContent(composition)) await keepDraft(context, task, composition);
  const composed = toUpdate(task, composition);
  if (composed.kind === 'bad') {
    return refused(context, job, { kind: 'refused', problems: [{ message: composed.message }] });
  }
  const standing = await context.drafts.read(task.ref);
  const checked = standing?.fromLink === true ? { ...job, review: true } : job;
  return submitUpdate(context, checked, composed.update);
}

/** Sends an update that is whole already; a draft of the task stays as it is. */
export async function submitUpdate(
  context: UpdateContext,
  job: Omit<Submission, 'composition'>,
  update: TaskUpdate,
): Promise<Submitted> {
  const { task } = job;
  const submitted = await sendWithProgress(context, job, update);
  switch (submitted.kind) {
    case 'cancelled':
      return submitted;
    case 'refused':
      return refused(context, job, submitted);
    case 'settled':
      context.marks.settled(submitted.entry);
      context.store.invalidate(task.ref.connection, task.ref.execution);
      context.views.refreshTask(task.ref);
      // Not awaited: a notification stays as long as it likes, and the command is done.
      void presentSettled(context, submitted.entry, job.entrance);
      return submitted;
  }
}

function refused(
  context: UpdateContext,
  job: Omit<Submission, 'composition'>,
  submitted: Extract<Submitted, { kind: 'refused' }>,
): Submitted {
  void presentRefusal(context, job.task, submitted.problems);
  return submitted;
}

async function sendWithProgress(
  context: UpdateContext,
  job: Omit<Submission, 'composition'>,
  update: TaskUpdate,
): Promise<Submitted> {
  const { task, review, keptElsewhere } = job;
  const abort = new AbortController();
  const done = new AbortController();
  const name = oneLine(task.name, 60);
  let phase: Phase = 'checking';

  const sending = vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window },
    async (progress) => {
      try {
        return await context.updates.submit({
          seen: task,
          update,
          ask: (question) => ask(question, context.views.showQuestion),
          ...(review === undefined ? {} : { review }),
          ...(keptElsewhere === undefined ? {} : { keptElsewhere }),
          signal: abort.signal,
          onPhase: (next) => {
            phase = next;
            progress.report({ message: `${phaseTexts[next]} ${name}…` });
          },
        });
      } finally {
        done.abort();
      }
    },
  );
  void offerCancel(context, { name, abort, done: done.signal, phase: () => phase });
  return sending;
}

interface Cancellable {
  readonly name: string;
  readonly abort: AbortController;
  readonly done: AbortSignal;
  phase(): Phase;
}

async function offerCancel(context: UpdateContext, sending: Cancellable): Promise<void> {
  const { abort, done, name } = sending;
  try {
    await context.clock.wait(patienceMs, done);
    // While a question is open, that is where one cancels.
    while (sending.phase() === 'asking') await context.clock.wait(patienceMs, done);
  } catch (error) {
    if (isAbort(error)) return;
    throw error;
  }
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      cancellable: true,
      title: `Updating ${name}. Cancel works until the request has left`,
    },
    (_progress, token) =>
      new Promise<void>((resolve) => {
        token.onCancellationRequested(() => abort.abort());
        done.addEventListener('abort', () => resolve(), { once: true });
        if (done.aborted) resolve();
      }),
  );
}
