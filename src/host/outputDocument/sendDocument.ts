import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { closeMerge } from '../documents/outputEditor.ts';
import type { OpenOutput } from '../documents/outputEditor.ts';
import type { OutputDocuments } from './outputDocuments.ts';
import { linkFree } from '../words/plainText.ts';
import { withReason } from '../send/sendStatus.ts';
import { submit } from '../send/submit.ts';
import type { UpdateContext } from '../send/updateContext.ts';

export interface SendOptions {
  /** The draft with the status to send; undefined where the person left. */
  readonly statusOf: (task: Task, draft: Composition) => Promise<Composition | undefined>;
  readonly review?: true;
}

/**
 * Sends what an output document shows. The document closes, or follows, once the update is confirmed.
 */
export async function sendDocument(
  context: UpdateContext,
  { tasks, holdBack }: Pick<OutputDocuments, 'tasks' | 'holdBack'>,
  { document, path }: OpenOutput,
  { statusOf, review }: SendOptions,
): Promise<void> {
  // Written down before anything can go wrong; a save is a draft, never a send. Not only where it
  // looks dirty: that news comes a moment after the typing, and a save that VS Code does by itself
  // meanwhile would find the draft changed and be refused, with the document left behind.
  await document.save();
  if (!(await closeMerge(document))) return;
  const task = await tasks.seen(path.ref);
  if (task === undefined) return tellGone(path.taskName);
  const text = document.getText();
  const draft = { ...fromDraft(await context.drafts.read(path.ref)), text };
  const composition = await statusOf(task, draft);
  if (composition === undefined) return;
  const job = { task, composition, entrance: 'document', ...(review && { review }) } as const;
  const asked = await withReason(context, job);
  if (asked === undefined) return;
  const written = { ...asked, ...(await textSince(document, text)) };
  const release = holdBack(document);
  try {
    await submit(context, { ...job, composition: written });
  } finally {
    release();
  }
}

// One may have typed on while something was asked: what stands there now is what is sent.
async function textSince(
  document: vscode.TextDocument,
  text: string,
): Promise<Pick<Composition, 'text'>> {
  if (document.isClosed || document.getText() === text) return {};
  await document.save();
  return { text: document.getText() };
}

/** There is nothing to send to. */
export function tellGone(taskName: string): void {
  const name = linkFree(taskName, 80);
  void vscode.window.showErrorMessage(
    `Nothing was sent: the engine knows no task ${name} any more. The draft is kept.`,
  );
}
