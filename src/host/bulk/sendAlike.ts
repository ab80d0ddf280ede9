import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { toUpdate } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { linkFree } from '../words/plainText.ts';
import type { BulkParts } from './bulkParts.ts';
import { itemFor, titleFor } from './itemFor.ts';
import { sendMany } from './sendMany.ts';
import type { Begun } from './sendMany.ts';

/** What was composed once for all of several tasks. */
export interface Alike extends Begun {
  readonly tasks: readonly Task[];
  /** The one that stood for all while it was composed. */
  readonly all: Task;
  readonly composition: Composition;
}

/** Sends one composition to many tasks, to each in the words of its own engine. */
export async function sendAlike(
  parts: BulkParts,
  { tasks, all, composition, ...begun }: Alike,
): Promise<void> {
  const composed = toUpdate(all, composition);
  if (composed.kind === 'bad') {
    void vscode.window.showErrorMessage(linkFree(`Nothing was sent: ${composed.message}`));
    return;
  }
  const { status } = composed.update;
  const role = all.options.statuses.find((option) => option.status === status)?.role;
  const shared = { ...composed.update, role };
  const items = tasks.map((task) => itemFor(task, shared));
  await sendMany(parts, items, (count) => titleFor(shared, count), begun);
}
