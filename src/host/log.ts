import * as vscode from 'vscode';
import type { Log } from '../app/ports.ts';

/** The extension's log, for the composition root. */
interface OwnLog extends vscode.Disposable {
  readonly log: Log & { readonly isDebugging: () => boolean };
  /** All logged lines when `keep` is true, else empty. */
  readonly logged: readonly string[];
  readonly show: () => void;
}

/**
 * The extension's output channel. VS Code sets its level. Callers pass no secrets: http redacts
 * them.
 */
export function createLog(keep: boolean): OwnLog {
  const channel = vscode.window.createOutputChannel('Workflow Tasks', { log: true });
  const logged: string[] = [];
  const write = (level: keyof Log) => (message: string) => {
    channel[level](message);
    if (keep) logged.push(message);
  };
  return {
    log: {
      isDebugging: () => keep || isDebugging(channel.logLevel),
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    },
    logged,
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}

function isDebugging(level: vscode.LogLevel): boolean {
  return level === vscode.LogLevel.Debug || level === vscode.LogLevel.Trace;
}
