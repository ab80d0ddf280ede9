import * as vscode from 'vscode';
import type { Drafts } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { confirmLineEnds } from './confirmLineEnds.ts';
import { closeMerge } from '../documents/openOutputs.ts';
import type { OpenOutput } from '../documents/openOutputs.ts';
import type { OutputDocuments } from './outputDocuments.ts';
import { linkFree } from '../words/plainText.ts';
import type { Sender } from '../send/sender.ts';
import type { Written } from '../send/written.ts';
import { withReason } from '../send/withReason.ts';

export interface SendOptions {
  /** Returns the draft with the status to send; undefined when the person left. */
  readonly statusOf: (task: Task, draft: Composition) => Promise<Composition | undefined>;
  readonly review?: boolean;
}

type Documents = Pick<OutputDocuments, 'tasks' | 'suspendSaves' | 'exactText'>;

/**
 * Sends the output of a document. `followConfirmed` closes or refreshes the document afterwards.
 */
export async function sendDocument(
  app: Pick<AppParts, 'drafts' | 'connections' | 'log'>,
  { sender, documents }: { readonly sender: Sender; readonly documents: Documents },
  { document, path }: OpenOutput,
  { statusOf, review = false }: SendOptions,
): Promise<void> {
  // Save first, so that no text is lost. Do not check `isDirty`: VS Code sets it a moment after
  // typing, and its automatic save during the update would find a changed draft and report a
  // conflict.
  await document.save();
  if (!(await closeMerge(document))) return;
  const task = await documents.tasks.base(path.ref);
  if (task === undefined) return tellGone(path.taskName);
  const text = documents.exactText(document);
  const draft = await app.drafts.read(path.ref);
  const composition = await statusOf(task, { ...fromDraft(draft), text });
  if (composition === undefined) return;
  const written = { task, composition, entrance: 'document', review, draft } as const;
  const asked = await withReason(app, written);
  if (asked === undefined) return;
  // The person may have typed on while something was asked: the document's text is what is sent.
  const isNewer = !document.isClosed && documents.exactText(document) !== text;
  const newest = isNewer ? await withNewestText(app.drafts, documents, asked, document) : asked;
  if (!(await confirmLineEnds(task, newest.composition.text ?? ''))) return;
  const release = documents.suspendSaves(document);
  try {
    await sender.sendWritten(newest);
  } finally {
    release();
  }
}

// The person may have typed during a prompt. The document's newest text is sent.
async function withNewestText(
  drafts: Pick<Drafts, 'read'>,
  { exactText }: Pick<Documents, 'exactText'>,
  written: Written,
  document: vscode.TextDocument,
): Promise<Written> {
  await document.save();
  const composition = { ...written.composition, text: exactText(document) };
  return { ...written, composition, draft: await drafts.read(written.task.ref) };
}

export function tellGone(taskName: string): void {
  const name = linkFree(taskName, 80);
  void vscode.window.showErrorMessage(
    `Nothing was sent: the engine knows no task ${name} any more. The draft is kept.`,
  );
}
