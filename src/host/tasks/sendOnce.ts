import * as vscode from 'vscode';
import type { Submitted } from '../../app/updates/submitRequest.ts';
import { taskKey } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { iconFree } from '../words/plainText.ts';

/** Sends from a row, unless the same row was clicked just before. */
export type SendOnce = (
  what: string,
  task: Task,
  send: () => Promise<Submitted | undefined>,
) => Promise<Submitted | undefined>;

const messageMs = 4000;

/**
 * A double click sends once. A row shows an older reading of its task until it is drawn anew:
 * what was sent from that reading is not sent from it again.
 */
export function createSendOnce(): SendOnce {
  const running = new Set<string>();
  const sentFrom = new WeakMap<Task, Set<string>>();

  return async (what, task, send) => {
    const key = `${what} ${taskKey(task.ref)}`;
    const sent = sentFrom.get(task) ?? new Set<string>();
    if (running.has(key) || sent.has(what)) {
      const message = `${task.name}: the first click counts, nothing more was sent`;
      vscode.window.setStatusBarMessage(iconFree(message), messageMs);
      return undefined;
    }
    running.add(key);
    try {
      const submitted = await send();
      if (mayHaveArrived(submitted)) sentFrom.set(task, sent.add(what));
      return submitted;
    } finally {
      running.delete(key);
    }
  };
}

function mayHaveArrived(submitted: Submitted | undefined): boolean {
  return submitted?.kind === 'settled' && submitted.entry.outcome.kind !== 'notApplied';
}
