import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
import type { Connection } from '../../domain/connection.ts';
import { editConnection } from './editConnection.ts';
import type { EditConnectionDeps } from './editConnection.ts';
import { importConnections } from './importConnections.ts';
import { pickConnection } from './pickConnection.ts';
import { signIn } from './signIn.ts';
import { describeFound, testConnection } from './testConnection.ts';

export interface ConnectionCommandsDeps extends EditConnectionDeps {
  readonly connections: Connections;
}

/** Add, edit, remove and test; without a connection given, each asks for one. */
export function createConnectionCommands(deps: ConnectionCommandsDeps) {
  const saved = () => deps.settings.connections().connections;

  async function pick(title: string, candidates: readonly Connection[]) {
    if (candidates.length > 0) return pickConnection(candidates, title);
    const question = 'No connection is saved yet.';
    const add = await vscode.window.showInformationMessage(question, 'Add Connection…');
    if (add !== undefined) await editConnection({}, deps);
    return undefined;
  }

  async function remove(connection: Connection): Promise<void> {
    const answer = await vscode.window.showWarningMessage(
      `Remove ${connection.name}?`,
      { modal: true, detail: 'Its secrets are forgotten. Drafts and the journal stay.' },
      'Remove',
    );
    if (answer === undefined) return;
    await deps.settings.removeConnection(connection.id);
    await deps.secrets.remove(connection.id);
  }

  async function test(connection: Connection): Promise<void> {
    const result = await testConnection(connection, await deps.createEngine(connection));
    if (result.kind === 'cancelled') return;
    if (result.kind === 'reached') {
      void vscode.window.showInformationMessage(describeFound(connection, result.found));
      return;
    }
    const edit = await vscode.window.showErrorMessage(result.text, 'Edit Connection…');
    if (edit !== undefined) await editConnection(connection, deps);
  }

  return {
    add: async () => {
      await editConnection({}, deps);
    },
    import: () => importConnections(deps),
    edit: async (given: Connection | undefined) => {
      const connection = given ?? (await pick('Edit Connection', saved()));
      if (connection !== undefined) await editConnection(connection, deps);
    },
    remove: async (given: Connection | undefined) => {
      const connection = given ?? (await pick('Remove Connection', saved()));
      if (connection !== undefined) await remove(connection);
    },
    signIn: async (given: Connection | undefined) => {
      const connection = given ?? (await pick('Sign In', saved()));
      if (connection === undefined) return;
      const field = deps.choices.find((choice) => choice.kind === connection.engine)?.secret;
      if (await signIn(connection, field, deps.secrets)) deps.connections.renew(connection.id);
    },
    test: async (given: Connection | undefined) => {
      const connection = given ?? (await pick('Test Connection', deps.connections.list()));
      if (connection !== undefined) await test(connection);
    },
  };
}

export type ConnectionCommands = ReturnType<typeof createConnectionCommands>;
