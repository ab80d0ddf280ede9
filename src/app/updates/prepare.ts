import type { Connection } from '../../domain/connection.ts';
import type { Engine } from '../../domain/engine.ts';
import { isAbort } from '../../domain/engineError.ts';
import type { Task } from '../../domain/task.ts';
import { changedMeanwhile, fieldChanges } from './changesBetween.ts';
import { check } from './check.ts';
import { questionFor } from './question.ts';
import type { Phase, SubmitRequest } from './submitRequest.ts';
import type { Problem } from '../problem.ts';
import type { Question } from './question.ts';
import { pendingInAnotherWindow } from './pendingInAnotherWindow.ts';
import type { UpdateParts } from './updateParts.ts';

/** The result of all steps before sending. */
export type Prepared =
  | { readonly kind: 'ready'; readonly target: Target }
  /** The task is over, or gone (`now` is undefined). */
  | { readonly kind: 'tooLate'; readonly target: Target; readonly now: Task | undefined }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

export interface Target {
  readonly engine: Engine;
  readonly connection: Connection;
  /** As it was last read. */
  readonly task: Task;
}

/**
 * Checks and asks. An answer may take minutes, so the task is read before the question and again
 * after it. If it changed in between, the person is asked again. Throws EngineError when the task
 * cannot be read.
 */
export async function prepare(
  parts: Pick<UpdateParts, 'journal' | 'ids' | 'clock'>,
  request: SubmitRequest,
  target: Target,
  setPhase: (phase: Phase) => void,
): Promise<Prepared> {
  const { base, update } = request;
  const early = check(target.connection, base, update);
  if (early.length > 0) return { kind: 'invalid', problems: early };
  let looked = request;
  let fresh = await readTarget(request, target);
  for (;;) {
    if (fresh.kind !== 'ready') return fresh;
    const question = questionFor(looked, target.connection, fresh.target.task);
    if (question === undefined) return fresh;

    const busy = await pendingInAnotherWindow(parts, base);
    if (busy !== undefined) return { kind: 'invalid', problems: [busy] };
    setPhase('asking');
    if ((await answerTo(request, question)) === 'cancel') return { kind: 'cancelled' };
    setPhase('checking');
    fresh = await readTarget(request, target);
    if (fresh.kind !== 'ready') return fresh;
    const { task } = fresh.target;
    const isAsAgreed = fieldChanges(question.task, task, update).length === 0;
    if (isAsAgreed && !changedMeanwhile(question.task, task)) return fresh;
    // The update would overwrite more than the person agreed to: show the difference and ask again.
    looked = { ...request, base: question.task };
  }
}

async function readTarget(request: SubmitRequest, target: Target): Promise<Prepared> {
  const { base, update, signal } = request;
  const task = await target.engine.readTask(base.ref, signal);
  if (signal.aborted) return { kind: 'cancelled' };
  if (task === undefined || task.terminal) return { kind: 'tooLate', target, now: task };
  const problems = check(target.connection, task, update);
  if (problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'ready', target: { ...target, task } };
}

// The dialog may ignore the signal, so race it.
async function answerTo(request: SubmitRequest, question: Question): Promise<'send' | 'cancel'> {
  const { signal } = request;
  let onAbort = () => {};
  const aborted = new Promise<'cancel'>((resolve) => {
    onAbort = () => resolve('cancel');
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([request.ask(question), aborted]);
  } catch (error) {
    if (isAbort(error)) return 'cancel';
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
