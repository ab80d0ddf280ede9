import type * as vscode from 'vscode';
import { setContextKey } from '../ui/contextKeys.ts';
import type { WaitingGroups } from './waitingRows.ts';

/** How the Waiting view groups, and reading it anew. */
export interface WaitingCommands {
  groups(): WaitingGroups;
  groupByWorkflow(): Promise<void>;
  groupByConnection(): Promise<void>;
  refresh(): Promise<void>;
}

const memoryKey = 'waiting.groups';

export function createWaitingCommands(
  memory: vscode.Memento,
  on: { regroup(): void; refresh(): void },
): WaitingCommands {
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
    groupByWorkflow: () => use('workflow'),
    groupByConnection: () => use('connection'),
    refresh: async () => on.refresh(),
  };
}
