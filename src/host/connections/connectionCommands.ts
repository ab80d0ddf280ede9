import * as vscode from 'vscode';
import { linkFree } from '../words/plainText.ts';
import type { Connections } from '../../app/connections.ts';
import type { Connection } from '../../domain/connection.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { CommandTargets } from '../trees/commandTargets.ts';
import type { Handler } from '../ui/handler.ts';
import { describeFound } from './describeFound.ts';
import { editConnection } from './editConnection.ts';
import type { EditParts } from './editConnection.ts';
import { importConnections } from './importConnections.ts';
import { pickConnection } from './pickConnection.ts';
import { signIn } from './signIn.ts';
import { testConnection } from './testConnection.ts';

/** The commands to add, edit, remove and test a connection. Without a row, each asks for one. */
export function createConnectionCommands(
  parts: EditParts,
  connections: Connections,
  { forConnection }: Pick<CommandTargets, 'forConnection'>,
) {
  const saved = () => parts.settings.connections().connections;

  async function pick(title: string, candidates: readonly Connection[]) {
    if (candidates.length > 0) return pickConnection(candidates, title);
    const question = 'No connection is saved yet.';
    const add = await vscode.window.showInformationMessage(question, 'Add Connection…');
    if (add !== undefined) await editConnection({}, parts);
    return undefined;
  }

  async function remove(connection: Connection): Promise<void> {
    const answer = await vscode.window.showWarningMessage(
      `Remove ${linkFree(connection.name)}?`,
      { modal: true, detail: 'Its secrets are forgotten. Drafts and the journal stay.' },
      'Remove',
    );
    if (answer === undefined) return;
    await parts.settings.removeConnection(connection.id);
    await parts.secrets.remove(connection.id);
  }

  async function test(connection: Connection): Promise<void> {
    const result = await testConnection(connection, await parts.createEngine(connection));
    if (result.kind === 'cancelled') return;
    if (result.kind === 'reached') {
      void vscode.window.showInformationMessage(
        linkFree(describeFound(connection, result.found, parts.choices)),
      );
      return;
    }
    const edit = await vscode.window.showErrorMessage(linkFree(result.text), 'Edit Connection…');
    if (edit !== undefined) await editConnection(connection, parts);
  }

  return {
    'workflowTasks.connection.add': async () => {
      await editConnection({}, parts);
    },
    'workflowTasks.connection.import': () => importConnections(parts),
    'workflowTasks.connection.edit': forConnection(async (given) => {
      const connection = given ?? (await pick('Edit Connection', saved()));
      if (connection !== undefined) await editConnection(connection, parts);
    }),
    'workflowTasks.connection.remove': forConnection(async (given) => {
      const connection = given ?? (await pick('Remove Connection', saved()));
      if (connection !== undefined) await remove(connection);
    }),
    'workflowTasks.connection.signIn': forConnection(async (given) => {
      const connection = given ?? (await pick('Sign In', saved()));
      if (connection === undefined) return;
      const field = parts.choices.find((choice) => choice.kind === connection.engine)?.secret;
      if (await signIn(connection, field, parts.secrets)) connections.renew(connection.id);
    }),
    'workflowTasks.connection.test': forConnection(async (given) => {
      const connection = given ?? (await pick('Test Connection', connections.list()));
      if (connection !== undefined) await test(connection);
    }),
  } satisfies Partial<Record<CommandId, Handler>>;
}
