import * as vscode from 'vscode';
import { findTasks } from '../../app/taskList/findTasks.ts';
import { labelTasks } from '../../app/taskList/labelTasks.ts';
import { listText } from '../../app/taskList/listText.ts';
import { isEdited, readList } from '../../app/taskList/readList.ts';
import type { TaskList } from '../../app/taskList/taskList.ts';
import type { WorkflowNode } from '../trees/workflowNode.ts';
import { offerConnection } from '../connections/offerConnection.ts';
import { linkFree } from '../words/plainText.ts';
import { tabDocuments } from '../ui/tabDocuments.ts';
import { withCancel } from '../ui/withCancel.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { listNames, readingTasks } from './listParts.ts';
import type { ListParts } from './listParts.ts';
import { listIdOf, listUri } from './listUri.ts';
import { pickList } from './pickList.ts';
import { allWaiting, listOfRows } from './newList.ts';
import type { NewList } from './newList.ts';

// An unchanged list is of no use on a later day.
const keptMs = 24 * 3_600_000;

/**
 * Edit Tasks as Text…: for the given rows, else for a picked list. Throws EngineError if no task
 * could be read.
 */
export async function editAsText(parts: ListParts, rows: readonly WorkflowNode[]): Promise<void> {
  const name = (id: string) => parts.connections.find(id)?.name ?? id;
  const given = listOfRows(rows, name);
  if (given !== undefined) return openNew(parts, given);
  if (rows.length > 0) {
    void vscode.window.showInformationMessage('This row holds no tasks that take an update.');
    return;
  }
  const picked = await pickList(parts);
  if (picked?.kind === 'kept') await show(picked.list);
  if (picked?.kind === 'new') await openNew(parts, picked.list);
}

export function editWaitingAsText(parts: ListParts): Promise<void> {
  return openNew(parts, allWaiting);
}

async function openNew(parts: ListParts, { source, title }: NewList): Promise<void> {
  const { connections, clock, lists } = parts;
  if (connections.list().length === 0) {
    void offerConnection();
    return;
  }
  const found = await withCancel(readingTasks, (signal) => findTasks(connections, source, signal));
  if (found === undefined) return;
  if (found.tasks.length === 0) {
    const words = [`${title}: there is no task that takes an update.`, found.notice ?? ''];
    void vscode.window.showInformationMessage(linkFree(words.join(' ').trim()));
    return;
  }
  const tasks = found.tasks.map((task) => offeredTask(task, connections.find(task.ref.connection)));
  const list: TaskList = {
    id: parts.newId(),
    title,
    source,
    readAt: clock.now(),
    ...(found.notice === undefined ? {} : { notice: found.notice }),
    tasks: labelTasks(tasks),
  };
  await forgetOld(parts);
  await parts.memory.keep(list);
  await lists.writeText(list.id, listText(list, listNames(parts)));
  await show(list);
}

async function show(list: TaskList): Promise<void> {
  await vscode.window.showTextDocument(listUri(list), { preview: false });
}

async function forgetOld({ lists, connections, clock }: ListParts): Promise<void> {
  for (const list of await lists.all()) {
    if (clock.now() - list.readAt < keptMs || isShown(list)) continue;
    const saved = await lists.readText(list.id);
    const isWritten =
      saved !== undefined && readList(saved.text, list, connections.find).some(isEdited);
    if (!isWritten) await lists.remove(list.id);
  }
}

function isShown({ id }: TaskList): boolean {
  return tabDocuments().some((uri) => listIdOf(uri) === id);
}
