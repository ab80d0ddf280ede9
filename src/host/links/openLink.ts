import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { pickConnection } from '../connections/pickConnection.ts';
import type { CommandId } from '../manifest.generated.ts';
import { linkFree } from '../words/plainText.ts';
import type { LinkParts } from './linkParts.ts';
import type { LinkedConnection } from './link.ts';
import { linkedConnections, missingConnection } from './linkedConnections.ts';
import { openLinkedUpdate } from './openLinkedUpdate.ts';
import { parseLink } from './parseLink.ts';

/**
 * Opens a link. A problem with the link is reported in one sentence before any request. Only the
 * person's own connections are used. Throws EngineError when the task cannot be read.
 */
export async function openLink(parts: LinkParts, path: string, query: string): Promise<void> {
  const parsed = parseLink(path, query);
  if (parsed.kind === 'bad') return refuse(parsed.message);
  const { link } = parsed;
  const connection = await connectionFor(parts, link.connection);
  if (connection === undefined) return;
  const task = await read(parts, { ...link.ref, connection });
  if (task === undefined) {
    return refuse(`The engine knows no task ${link.ref.task} any more.`);
  }
  if (link.update !== undefined) return openLinkedUpdate(parts, task, link.update);
  if (!(await parts.reveal(task.ref))) await parts.actions.show(task);
}

/**
 * The id of the person's connection for a link. Undefined when there is none, which the person was
 * told, or when they left.
 */
async function connectionFor(
  { connections }: LinkParts,
  linked: LinkedConnection,
): Promise<string | undefined> {
  const found = linkedConnections(linked, connections.list());
  if (found.length > 1) return (await pickConnection(found, 'Open Link'))?.id;
  if (found[0] === undefined) void refuseUnknown(linked);
  return found[0]?.id;
}

async function read({ store }: LinkParts, ref: Task['ref']): Promise<Task | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Opening the link…' },
    () => store.task(ref, new AbortController().signal),
  );
}

// The button opens an empty form: the person decides which server to trust, not the link.
async function refuseUnknown(linked: LinkedConnection): Promise<void> {
  const [title, command]: readonly [string, CommandId] =
    linked.server === undefined
      ? ['Start Demo', 'workflowTasks.demo.start']
      : ['Add Connection…', 'workflowTasks.connection.add'];
  const picked = await vscode.window.showWarningMessage(linkFree(missingConnection(linked)), title);
  if (picked !== undefined) await vscode.commands.executeCommand(command);
}

function refuse(sentence: string): void {
  void vscode.window.showWarningMessage(linkFree(sentence));
}
