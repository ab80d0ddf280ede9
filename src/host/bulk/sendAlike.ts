import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { toUpdate } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { linkFree } from '../words/plainText.ts';
import type { BulkParts } from './bulkParts.ts';
import { itemFor, titleFor } from './itemFor.ts';
import { sendMany } from './sendMany.ts';
import type { Begun } from './sendMany.ts';

/** An update that was composed once for several tasks. */
export interface Alike extends Begun {
  readonly tasks: readonly Task[];
  /** The task that stood for all in the wizard. */
  readonly all: Task;
  readonly composition: Composition;
}

/** Sends one composition to many tasks, in the words of each task's engine. */
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
