import * as vscode from 'vscode';
import type { Store } from '../../app/store.ts';
import type { Task } from '../../domain/task.ts';
import { pathOf } from './openOutputs.ts';
import { parseViewerAddress } from './viewerAddress.ts';

/** What the links in the pinned task's tooltip hand to a command, in place of a row. */
export const pinnedArgument = 'workflowTasks.pinned';

/**
 * The task that a command means which was called on no row: from the pinned task's tooltip, or from
 * the title of a document, which hands in its URI.
 */
export async function taskBehind(
  argument: unknown,
  store: Pick<Store, 'task'>,
  pinned: () => Promise<Task | undefined>,
): Promise<Task | undefined> {
  if (argument === pinnedArgument) return pinned();
  if (!(argument instanceof vscode.Uri)) return undefined;
  const viewed = parseViewerAddress(argument);
  const ref = pathOf(argument)?.ref ?? (viewed?.kind === 'task' ? viewed.ref : undefined);
  return ref && store.task(ref, new AbortController().signal);
}
