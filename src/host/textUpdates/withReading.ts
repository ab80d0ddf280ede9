import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';

/** Reads with a progress that can be cancelled; undefined when it was. */
export async function withReading<T>(
  read: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      cancellable: true,
      title: 'Reading the tasks…',
    },
    async (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      try {
        return await read(abort.signal);
      } catch (error) {
        if (isAbort(error)) return undefined;
        throw error;
      }
    },
  );
}
