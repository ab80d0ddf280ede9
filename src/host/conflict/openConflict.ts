import * as vscode from 'vscode';
import type { Question } from '../../app/updates/question.ts';
import { workflowTitle } from '../../domain/task.ts';
import { PlainError } from '../words/plainError.ts';
import { openTaskOutput } from '../documents/openTaskOutput.ts';
import { openOutputOf } from '../documents/openOutputs.ts';
import { modeOf } from '../words/outputText.ts';
import { linkFree, oneLine } from '../words/plainText.ts';
import { viewerUri } from '../documents/readOnlyDocuments.ts';
import { replaceText } from '../ui/replaceText.ts';
import { statusVerb } from '../words/statusChoices.ts';
import type { AppParts } from '../appParts.ts';
import type { OutputTasks } from '../outputDocument/outputTasks.ts';
import { statusFor } from '../../domain/update.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { Task } from '../../domain/task.ts';
import { conflictText } from './conflictText.ts';
import { mergeSides } from './mergeSides.ts';
import { showMerge } from './showMerge.ts';

/**
 * Somebody else changed the output that the person has written: both stand side by side in VS
 * Code's merge editor, and its result is the output document, from which one sends. The draft
 * holds all that was written; all three sides are kept with it.
 */
export async function openConflict(
  { drafts, connections }: AppParts,
  tasks: Pick<OutputTasks, 'see'>,
  question: Question,
): Promise<void> {
  const { task, base, update } = question;
  const option = task.options.output;
  // One may have typed on while the update was looked at: that is a part of the merge. Not only
  // where it looks dirty: that news comes a moment after the typing.
  await openOutputOf(task.ref)?.save();
  const draft = await drafts.read(task.ref);
  if (option === undefined || draft?.text === undefined) {
    throw new PlainError(`Nothing was sent: ${task.name} has changed, and its draft is gone.`);
  }

  const { disputed, ...merging } = mergeSides({
    seen: base.output,
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
  // From here on the change counts as seen: what the document sends is checked against it.
  const standing = (await drafts.read(task.ref)) ?? draft;
  await drafts.write({ ...standing, merging, base: { output: task.output } });
  tasks.see(task);
  void offerSend(document.uri, conflictText(task, disputed), {
    command: commandFor(task, update.status),
    title: statusVerb(task.options, update.status),
  });
}

/** The output document with this text, saved; what stood there is one undo away. */
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
