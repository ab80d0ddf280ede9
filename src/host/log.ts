import * as vscode from 'vscode';
import type { Log } from '../app/ports.ts';

/** The extension's output channel; VS Code owns its level. Callers never pass secrets: http redacts. */
export function createLog(): { readonly log: Log; readonly show: () => void } & vscode.Disposable {
  const channel = vscode.window.createOutputChannel('Workflow Tasks', { log: true });
  return {
    log: {
      debug: (message) => channel.debug(message),
      info: (message) => channel.info(message),
      warn: (message) => channel.warn(message),
      error: (message) => channel.error(message),
    },
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
