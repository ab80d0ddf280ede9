import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import { runCommand } from '../ui/runCommand.ts';

/** Opens the links that VS Code passes to the extension. */
export function registerLinkHandler(
  open: (path: string, query: string) => Promise<void>,
  log: Log,
): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: ({ path, query }) => runCommand('link', () => open(path, query), log),
  });
}
