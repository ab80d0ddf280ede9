import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { CommandId } from '../manifest.generated.ts';
import { whyNoRole } from '../send/roleStatus.ts';
import type { CommandTargets } from '../trees/commandTargets.ts';
import type { Handler } from '../ui/handler.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { iconFree } from '../words/plainText.ts';
import { whyNoOutput } from '../words/whyNoOutput.ts';

const messageMs = 8000;

/**
 * The buttons that a row cannot offer are blank, so that the others keep their columns. A click on
 * a blank one says why it is not there.
 */
export function blankButtons(
  { connections }: Pick<AppParts, 'connections'>,
  { forTask }: Pick<CommandTargets, 'forTask'>,
) {
  const saying = (why: (task: Task) => string | undefined) =>
    forTask(async (task) => {
      if (task === undefined) return;
      const reason = why(offeredTask(task, connections.find(task.ref.connection)));
      if (reason === undefined) return;
      vscode.window.setStatusBarMessage(iconFree(`${task.name}: ${reason}`, 200), messageMs);
    });
  return {
    'workflowTasks.task.noComplete': saying((task) => whyNoRole(task, 'complete')),
    'workflowTasks.task.noFail': saying((task) => whyNoRole(task, 'fail')),
    'workflowTasks.task.noEditOutput': saying(whyNoOutput),
    'workflowTasks.task.noRepeat': saying(
      ({ options }) => options.unavailable ?? 'No update was sent that could be repeated here.',
    ),
  } satisfies Partial<Record<CommandId, Handler>>;
}
