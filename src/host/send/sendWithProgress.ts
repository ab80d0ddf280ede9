import * as vscode from 'vscode';
import type { Phase, Submitted } from '../../app/updates/submitRequest.ts';
import type { Question } from '../../app/updates/question.ts';
import { isAbort, isEngineError } from '../../domain/engineError.ts';
import type { AppParts } from '../appParts.ts';
import { NotSentError } from '../words/notSentError.ts';
import { iconFree, linkFree, oneLine } from '../words/plainText.ts';
import { confirm } from './confirm.ts';
import type { Decision } from './confirm.ts';
import type { Submission } from '../../app/updates/submission.ts';

const phaseTexts: Record<Phase, string> = {
  checking: 'Checking',
  asking: 'Waiting for your answer on',
  sending: 'Sending',
  verifying: 'Verifying',
};

// Quick answers need no dialog; after this one gets a button that cancels.
const patienceMs = 3000;

/** How a send went, and the question that was not asked because the outputs must be merged. */
export interface Sending {
  readonly submitted: Submitted;
  readonly conflict: Question | undefined;
}

/**
 * Checks, asks and sends, with the progress in the status bar and a button that cancels. Throws
 * NotSentError where the task could not be read.
 */
export async function sendWithProgress(
  { updates, clock }: Pick<AppParts, 'updates' | 'clock'>,
  submission: Submission,
  showReview: (question: Question) => Promise<Decision>,
): Promise<Sending> {
  const { base, draft } = submission;
  const abort = new AbortController();
  const done = new AbortController();
  const name = oneLine(base.name, 60);
  let phase: Phase = 'checking';
  let conflict: Question | undefined;
  const decide = async (question: Question) => {
    conflict = draft !== undefined && question.overwrites ? question : undefined;
    return conflict === undefined ? confirm(question, showReview) : 'cancel';
  };

  const sending = vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window },
    async (progress) => {
      try {
        return await updates.submit({
          ...submission,
          ask: decide,
          signal: abort.signal,
          onPhase: (next) => {
            phase = next;
            progress.report({ message: iconFree(`${phaseTexts[next]} ${name}…`) });
          },
        });
      } catch (error) {
        const isSafe = phase === 'checking' && isEngineError(error);
        throw isSafe ? new NotSentError(name, draft !== undefined, error) : error;
      } finally {
        done.abort();
      }
    },
  );
  void offerCancel(clock, { name, abort, done: done.signal, phase: () => phase });
  const submitted = await sending;
  return { submitted, conflict };
}

interface Cancellable {
  readonly name: string;
  readonly abort: AbortController;
  readonly done: AbortSignal;
  phase(): Phase;
}

async function offerCancel(clock: AppParts['clock'], sending: Cancellable): Promise<void> {
  const { abort, done, name } = sending;
  try {
    await clock.wait(patienceMs, done);
    // While a question is open, that is where one cancels.
    while (sending.phase() === 'asking') await clock.wait(patienceMs, done);
  } catch (error) {
    if (isAbort(error)) return;
    throw error;
  }
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      cancellable: true,
      title: linkFree(`Updating ${name}. Cancel works until the request has left`),
    },
    (_progress, token) =>
      new Promise<void>((resolve) => {
        token.onCancellationRequested(() => abort.abort());
        done.addEventListener('abort', () => resolve(), { once: true });
        if (done.aborted) resolve();
      }),
  );
}
