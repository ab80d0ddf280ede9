import * as vscode from 'vscode';
import { eventually } from '../host/eventually.ts';
import { outputUri, typeInto } from '../host/documents.ts';
import { extension } from '../host/extension.ts';
import { editLines, lineOf, openWaitingList, reviewAndSend } from '../host/lists.ts';
import { channelVariable } from './channel.ts';
import type { Order, Report, TypedTask } from './channel.ts';

/** An extension that does as a person at the keyboard would; it dies with ours. */
export function activate(): void {
  void follow(process.env[channelVariable] ?? '');
}

async function follow(channel: string): Promise<never> {
  await eventually('the extension', () => extensionIfThere());
  await extension().activate();
  const report = async (done: Report) => {
    await fetch(channel, { method: 'POST', body: JSON.stringify(done) });
  };
  for (;;) {
    await closeTabs();
    const order = (await (await fetch(channel)).json()) as Order;
    await obey(order, report).catch((error: unknown) =>
      report({ kind: 'failed', message: String(error) }),
    );
  }
}

type Tell = (report: Report) => Promise<void>;

async function obey({ kind, connectionName, tasks }: Order, report: Tell): Promise<void> {
  if (kind === 'list') return sendList(tasks, report);
  // Typed one after the other, then sent at once.
  for (const task of tasks) await typeDocument(connectionName, task, report);
  await Promise.all(
    tasks.map(async (task) => {
      const uri = outputUri({ ...task, connectionName });
      await vscode.commands.executeCommand('workflowTasks.draft.complete', uri);
      await report({ kind: 'ended', task: task.ref.task });
    }),
  );
}

async function typeDocument(connectionName: string, task: TypedTask, report: Tell): Promise<void> {
  const uri = outputUri({ ...task, connectionName });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  await typeInto(document, task.text);
  await save(document);
  await report({ kind: 'saved', task: task.ref.task });
}

async function sendList(tasks: readonly TypedTask[], report: Tell): Promise<void> {
  const document = await openWaitingList();
  const lines = tasks.map(({ ref }) => lineOf(document, ref.task));
  await editLines(document, lines, (text, index) =>
    text.replace(/^\w+/, 'complete').concat(` ${tasks[index]?.text ?? ''}`),
  );
  await save(document);
  for (const { ref } of tasks) await report({ kind: 'saved', task: ref.task });
  await reviewAndSend();
  await report({ kind: 'ended' });
}

/** VS Code says no where it was saving by itself already. */
async function save(document: vscode.TextDocument): Promise<void> {
  await document.save();
  await eventually('the text to be saved', () => !document.isDirty);
}

function extensionIfThere(): boolean {
  return vscode.extensions.getExtension('workflow-tasks.workflow-tasks') !== undefined;
}

/** What an earlier window has left open; what it saved is a draft. */
async function closeTabs(): Promise<void> {
  const isAny = () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
  while (isAny()) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
