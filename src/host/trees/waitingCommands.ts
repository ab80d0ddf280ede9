import type * as vscode from 'vscode';
import type { CommandId } from '../manifest.generated.ts';
import type { Handler } from '../ui/handler.ts';
import { setContextKey } from '../ui/setContextKey.ts';
import type { WaitingGroups } from './waitingRows.ts';

const memoryKey = 'waiting.groups';

/** The commands that group and refresh the Waiting view. */
export function createWaitingCommands(
  memory: vscode.Memento,
  on: { regroup(): void; refresh(): void },
) {
  const groups = () => memory.get<WaitingGroups>(memoryKey, 'connection');
  const follow = () => setContextKey('workflowTasks.isGroupedByWorkflow', groups() === 'workflow');
  const use = async (next: WaitingGroups) => {
    await memory.update(memoryKey, next);
    follow();
    on.regroup();
  };
  follow();
  return {
    groups,
    commands: {
      'workflowTasks.waiting.groupByWorkflow': () => use('workflow'),
      'workflowTasks.waiting.groupByConnection': () => use('connection'),
      'workflowTasks.waiting.refresh': async () => on.refresh(),
    } satisfies Partial<Record<CommandId, Handler>>,
  };
}
