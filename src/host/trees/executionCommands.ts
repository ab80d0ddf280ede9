import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
import type { Connection } from '../../domain/connection.ts';
import type { GivenExecution } from './given.ts';
import { pickConnection } from '../connections/pickConnection.ts';

interface ExecutionCommandsDeps {
  readonly connections: Connections;
  /** Opens an execution as a read-only document. */
  showExecution(execution: GivenExecution): Promise<void>;
  /** Asks for an execution with pickers; undefined when the person went away. */
  pickExecution(): Promise<GivenExecution | undefined>;
}

export function createExecutionCommands(deps: ExecutionCommandsDeps) {
  return {
    open: async (given: GivenExecution | undefined) => {
      const execution = given ?? (await deps.pickExecution());
      if (execution !== undefined) await deps.showExecution(execution);
    },
    copyId: async (given: GivenExecution | undefined) => {
      const execution = given ?? (await deps.pickExecution());
      if (execution === undefined) return;
      await vscode.env.clipboard.writeText(execution.execution);
      vscode.window.setStatusBarMessage(`Copied ${execution.execution}`, 3000);
    },
    openById: async (given: Connection | undefined) => {
      const connection = given ?? (await pickOnlyOrAsk(deps.connections.list()));
      if (connection === undefined) return;
      const id = await vscode.window.showInputBox({
        title: `Open Execution on ${connection.name}`,
        prompt: 'The ID of an execution',
        ignoreFocusOut: true,
        validateInput: (text) => (text.trim() === '' ? 'Type or paste an ID.' : undefined),
      });
      if (id !== undefined) {
        await deps.showExecution({ connection: connection.id, execution: id.trim() });
      }
    },
  };
}

async function pickOnlyOrAsk(connections: readonly Connection[]) {
  if (connections.length === 1) return connections[0];
  return pickConnection(connections, 'Open Execution by ID');
}
