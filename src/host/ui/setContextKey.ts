import * as vscode from 'vscode';
import type { ContextKey } from '../manifest.generated.ts';

/** Sets what the manifest's when clauses ask for. */
export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
