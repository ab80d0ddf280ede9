import * as vscode from 'vscode';
import type { Connection } from '../../domain/connection.ts';
import type { AppParts } from '../appParts.ts';
import { pickConnection } from '../connections/pickConnection.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { CommandId } from '../manifest.generated.ts';
import { pickExecution } from '../pickTask/pickTask.ts';
import type { ExecutionRef } from '../trees/targetRow.ts';
import type { CommandTargets } from '../trees/commandTargets.ts';
import type { Handler } from '../ui/handler.ts';
import { iconFree, linkFree } from '../words/plainText.ts';

/** The commands of an execution. Without a row, each asks for one. */
export function createExecutionCommands(
  app: AppParts,
  { showExecution }: Pick<Viewers, 'showExecution'>,
  { forExecution, forConnection }: CommandTargets,
) {
  const onExecution = (run: (execution: ExecutionRef) => Promise<void>) =>
    forExecution(async (given) => {
      const execution = given ?? (await pickExecution(app));
      if (execution !== undefined) await run(execution);
    });
  return {
    'workflowTasks.execution.open': onExecution(showExecution),
    'workflowTasks.execution.copyId': onExecution(async ({ execution }) => {
      await vscode.env.clipboard.writeText(execution);
      vscode.window.setStatusBarMessage(`Copied ${iconFree(execution)}`, 3000);
    }),
    'workflowTasks.execution.openById': forConnection(async (given) => {
      const connection = given ?? (await onlyOrPicked(app.connections.list()));
      if (connection === undefined) return;
      const id = await vscode.window.showInputBox({
        title: `Open Execution on ${linkFree(connection.name)}`,
        prompt: 'The ID of an execution',
        ignoreFocusOut: true,
        validateInput: (text) => (text.trim() === '' ? 'Type or paste an ID.' : undefined),
      });
      if (id !== undefined)
        await showExecution({ connection: connection.id, execution: id.trim() });
    }),
  } satisfies Partial<Record<CommandId, Handler>>;
}

async function onlyOrPicked(connections: readonly Connection[]) {
  if (connections.length === 1) return connections[0];
  return pickConnection(connections, 'Open Execution by ID');
}
