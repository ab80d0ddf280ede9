import * as vscode from 'vscode';
import type { ContextKey } from '../manifest.generated.ts';

/** Sets a context key for the when clauses of package.json. */
export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
