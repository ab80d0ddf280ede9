import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';
import { linkFree } from '../words/plainText.ts';

/** Runs the work with a cancellable notification; undefined when the person cancelled. */
export async function withCancel<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, cancellable: true, title: linkFree(title) },
    async (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      try {
        return await work(abort.signal);
      } catch (error) {
        if (isAbort(error)) return undefined;
        throw error;
      }
    },
  );
}
