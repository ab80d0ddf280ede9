import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
import type { Problem } from '../../app/problem.ts';
import type { Task } from '../../domain/task.ts';
import { openTaskOutput } from '../documents/openTaskOutput.ts';
import { linkFree } from '../words/plainText.ts';
import { orTell } from './orTell.ts';

/** Says why nothing was sent, with the button that helps. Never throws. */
export function tellInvalid(
  connections: Pick<Connections, 'find'>,
  task: Task,
  problems: readonly Problem[],
): Promise<void> {
  return orTell(async () => {
    const [first] = problems;
    const others = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    const sentence = linkFree(
      `Nothing was sent to ${task.name}: ${first?.message ?? 'the update was refused.'}${others}`,
    );
    const canEdit = task.options.output !== undefined && task.options.unavailable === undefined;
    const edit = 'Edit Output';
    const picked = await vscode.window.showErrorMessage(sentence, ...(canEdit ? [edit] : []));
    if (picked === edit) await openTaskOutput(connections, task);
  });
}
