import type { TaskUpdate } from '../../domain/update.ts';
import type { Submitted } from '../../app/updates/submitRequest.ts';
import { hasContent, toUpdate } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { keepDraft } from '../compose/keepDraft.ts';
import { presentRefusal, presentSettled } from './present.ts';
import { sendWithProgress } from './sendWithProgress.ts';
import type { UpdateContext } from './updateContext.ts';
import type { UpdateJob } from './updateJob.ts';

/** An update as it was written. */
export interface Submission extends Omit<UpdateJob, 'isWritten'> {
  readonly composition: Composition;
}

/**
 * Sends what was written, which is kept as a draft first. Throws NotSentError where the task could
 * not be read.
 */
export async function submit(
  context: UpdateContext,
  { composition, ...job }: Submission,
): Promise<Submitted> {
  const { task } = job;
  if (hasContent(composition)) await keepDraft(context, task, composition);
  const composed = toUpdate(task, composition);
  if (composed.kind === 'ok') {
    const standing = await context.drafts.read(task.ref);
    const checked = standing?.fromLink === true ? { ...job, review: true } : job;
    return submitUpdate(context, { ...checked, isWritten: true }, composed.update);
  }
  const problems = [{ message: composed.message }];
  void presentRefusal(context, task, problems);
  return { kind: 'refused', problems };
}

/**
 * Sends an update that is whole already: nothing of it was typed just now, and a draft of the
 * task stays as it is. Throws as `submit`.
 */
export async function submitUpdate(
  context: UpdateContext,
  job: UpdateJob,
  update: TaskUpdate,
): Promise<Submitted> {
  const { task } = job;
  const { submitted, conflict } = await sendWithProgress(context, job, update);
  switch (submitted.kind) {
    case 'cancelled':
      if (conflict !== undefined) await (await context.onDemand()).openConflict(context, conflict);
      return submitted;
    case 'refused':
      void presentRefusal(context, task, submitted.problems);
      return submitted;
    case 'settled':
      context.marks.settled(submitted.entry);
      context.store.invalidate(task.ref.connection, task.ref.execution);
      context.views.refreshTask(task.ref);
      // Not awaited: a notification stays as long as it likes, and the command is done.
      void presentSettled(context, submitted.entry, job.entrance, () =>
        sendAgain(context, job, update),
      );
      return submitted;
  }
}

// After the engine refused it for a change by somebody else: the task is read, and asked about,
// as for any update.
async function sendAgain(
  context: UpdateContext,
  job: UpdateJob,
  update: TaskUpdate,
): Promise<void> {
  await submitUpdate(context, job, update);
}
