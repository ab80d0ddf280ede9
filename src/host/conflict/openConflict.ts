import * as vscode from 'vscode';
import type { Question } from '../../app/updates/question.ts';
import { workflowTitle } from '../../domain/task.ts';
import { PlainError } from '../words/plainError.ts';
import { openTaskOutput } from '../documents/openTaskOutput.ts';
import { openOutputOf } from '../documents/openOutputs.ts';
import { modeOf } from '../words/outputText.ts';
import { linkFree, oneLine } from '../words/plainText.ts';
import { viewerUri } from '../documents/viewers.ts';
import { replaceText } from '../ui/replaceText.ts';
import { statusVerb } from '../words/statusChoices.ts';
import type { AppParts } from '../appParts.ts';
import type { OutputTasks } from '../outputDocument/outputTasks.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { Task } from '../../domain/task.ts';
import { conflictText } from './conflictText.ts';
import { mergeSides } from './mergeSides.ts';
import { showMerge } from './showMerge.ts';

/**
 * Opens a merge after somebody else changed the output that the person has written. The result of
 * VS Code's merge editor is the output document, from which the person sends. The draft keeps the
 * written text and all sides.
 */
export async function openConflict(
  { drafts, connections }: AppParts,
  tasks: Pick<OutputTasks, 'setBase'>,
  question: Question,
): Promise<void> {
  const { task, base, update } = question;
  const option = task.options.output;
  // The person may have typed during the review, and the merge needs that text. Do not check
  // `isDirty`: VS Code sets it a moment after typing.
  await openOutputOf(task.ref)?.save();
  const draft = await drafts.read(task.ref);
  if (option === undefined || draft?.text === undefined) {
    throw new PlainError(`Nothing was sent: ${task.name} has changed, and its draft is gone.`);
  }

  const { disputed, ...merging } = mergeSides({
    base: base.output,
    held: task.output,
    text: draft.text,
    option,
    mode: modeOf(option, draft.mode),
  });
  await drafts.write({ ...draft, merging });
  const document = await openWith(connections, task, merging.merged);
  const names = [question.connection.name, workflowTitle(task), task.name];
  const name = { names, extension: option.kind === 'text' ? 'txt' : 'jsonc' } as const;
  const side = (which: 'base' | 'theirs' | 'merged') =>
    viewerUri({ kind: 'merge', ref: task.ref, side: which }, name);
  await showMerge({
    base: side('base'),
    theirs: {
      uri: side('theirs'),
      title: 'Theirs',
      description: `on ${oneLine(question.connection.name, 40)}, changed since you looked`,
    },
    yours: { uri: side('merged'), title: 'Yours', description: 'not sent' },
    output: document.uri,
    title: `${oneLine(task.name, 60)}: now ↔ yours`,
  });
  // From here on the engine's output is the base that the document is checked against.
  const standing = (await drafts.read(task.ref)) ?? draft;
  await drafts.write({ ...standing, merging, base: { output: task.output } });
  tasks.setBase(task);
  void offerSend(document.uri, conflictText(task, disputed), {
    command: commandFor(task, update.status),
    title: statusVerb(task.options, update.status),
  });
}

/** Opens the output document with this text and saves it. Undo brings back the old text. */
async function openWith(
  connections: AppParts['connections'],
  task: Task,
  text: string,
): Promise<vscode.TextDocument> {
  await openTaskOutput(connections, task);
  const document = openOutputOf(task.ref);
  if (document === undefined || !(await replaceText(document, text))) {
    throw new PlainError(`Nothing was sent: the merge of ${task.name} could not be opened.`);
  }
  if (document.isDirty) await document.save();
  return document;
}

function commandFor({ options }: Task, status: string | undefined): CommandId {
  if (status !== undefined && statusFor(options, 'complete')?.status === status) {
    return 'workflowTasks.draft.complete';
  }
  if (status !== undefined && statusFor(options, 'fail')?.status === status) {
    return 'workflowTasks.draft.fail';
  }
  return 'workflowTasks.draft.send';
}

async function offerSend(
  document: vscode.Uri,
  message: string,
  send: { readonly command: CommandId; readonly title: string },
): Promise<void> {
  const picked = await vscode.window.showInformationMessage(linkFree(message), send.title);
  if (picked !== undefined) await vscode.commands.executeCommand(send.command, document);
}
