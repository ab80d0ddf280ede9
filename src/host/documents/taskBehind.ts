import * as vscode from 'vscode';
import type { Store } from '../../app/store.ts';
import type { Task } from '../../domain/task.ts';
import { pathOf } from './openOutputs.ts';
import { parseViewerAddress } from './viewerAddress.ts';

/** The argument of the commands in the pinned task's tooltip, where there is no row. */
export const pinnedArgument = 'workflowTasks.pinned';

/**
 * The task of a command that was not called on a row: from the pinned task's tooltip, or from a
 * document's title, which passes its URI.
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
