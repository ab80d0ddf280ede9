import * as vscode from 'vscode';
import { questionFor } from '../../app/updates/question.ts';
import type { Submission } from '../../app/updates/submission.ts';
import { updateWords } from '../../app/updates/updateWords.ts';
import { isAbort } from '../../domain/engineError.ts';
import type { AppParts } from '../appParts.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { Handler } from '../ui/handler.ts';
import { setContextKey } from '../ui/setContextKey.ts';
import { iconFree, linkFree, oneLine } from '../words/plainText.ts';

/**
 * A key is pressed by mistake more easily than a button. So an update that a key would send without
 * a question waits for a moment, in which it can be taken back.
 */
export interface TakeBack {
  /** False when the person took the update back. */
  wait(submission: Submission): Promise<boolean>;
  readonly commands: Readonly<Partial<Record<CommandId, Handler>>>;
}

const messageMs = 5000;

export function createTakeBack(
  { connections, clock }: Pick<AppParts, 'connections' | 'clock'>,
  seconds: () => number,
): TakeBack {
  const waiting: AbortController[] = [];
  const follow = () => setContextKey('workflowTasks.canTakeBack', waiting.length > 0);

  async function waitFor(abort: AbortController, ms: number): Promise<boolean> {
    waiting.push(abort);
    follow();
    try {
      await clock.wait(ms, abort.signal);
      return true;
    } catch (error) {
      if (isAbort(error)) return false;
      throw error;
    } finally {
      waiting.splice(waiting.indexOf(abort), 1);
      follow();
    }
  }

  return {
    wait: async ({ base, update, review }) => {
      const connection = connections.find(base.ref.connection);
      const isAsked =
        connection === undefined ||
        questionFor({ base, update, review: review === true }, connection, base) !== undefined;
      const ms = seconds() * 1000;
      if (isAsked || ms <= 0) return true;
      const name = oneLine(base.name, 60);
      const what = linkFree(`${updateWords(update)} goes to ${name} in ${seconds()} seconds`);
      const abort = new AbortController();
      const isSent = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, cancellable: true, title: what },
        (progress, token) => {
          progress.report({ message: 'Ctrl+Z or Cancel takes it back.' });
          token.onCancellationRequested(() => abort.abort());
          return waitFor(abort, ms);
        },
      );
      if (!isSent) {
        vscode.window.setStatusBarMessage(
          iconFree(`Taken back: nothing was sent to ${name}`),
          messageMs,
        );
      }
      return isSent;
    },
    commands: {
      'workflowTasks.update.takeBack': async () => {
        const newest = waiting.at(-1);
        if (newest !== undefined) return newest.abort();
        const nothing = 'Nothing waits to be sent. Undo Update takes back what was sent.';
        void vscode.window.showInformationMessage(nothing);
        return undefined;
      },
    },
  };
}
