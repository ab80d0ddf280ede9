import * as vscode from 'vscode';
import type { Connection } from '../../domain/connection.ts';
import type { ConnectionTest, Engine } from '../../domain/engine.ts';
import { isAbort } from '../../domain/engineError.ts';
import { errorText } from '../words/errorText.ts';
import { linkFree } from '../words/plainText.ts';

export type TestResult =
  | { readonly kind: 'reached'; readonly found: ConnectionTest }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'cancelled' };

/** Tests a connection with a progress notification and Cancel. */
export async function testConnection(connection: Connection, engine: Engine): Promise<TestResult> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: linkFree(`Testing ${connection.name}…`),
      cancellable: true,
    },
    async (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      try {
        return { kind: 'reached', found: await engine.test(abort.signal) };
      } catch (error) {
        if (isAbort(error)) return { kind: 'cancelled' };
        return { kind: 'failed', text: linkFree(errorText(error).text) };
      }
    },
  );
}
