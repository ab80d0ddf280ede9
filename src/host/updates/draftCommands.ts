import * as vscode from 'vscode';
import type { Draft } from '../../app/updates/drafts.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/update.ts';
import { closeSent } from './closeSent.ts';
import { fromDraft } from './composition.ts';
import type { Composition } from './composition.ts';
import { createDraftKeeper } from './draftKeeper.ts';
import { listPick } from './listPick.ts';
import { openDraft } from './openOutputs.ts';
import { closeMerge, givenOutput } from './outputEditor.ts';
import type { OpenOutput } from './outputEditor.ts';
import type { OutputDocuments } from './outputDocuments.ts';
import { linkFree, oneLine } from './plainText.ts';
import { sendWithReason, statusOfRole } from './sendStatus.ts';
import { agoText } from './timeText.ts';
import type { UpdateContext } from './updateContext.ts';
import type { UpdateNode } from './updateNodes.ts';
import { statusPrompt } from './wizardPrompts.ts';

/** What can be done with drafts: in their document, and in the Updates view. */
export function createDraftCommands(context: UpdateContext, documents: OutputDocuments) {
  const { drafts, store } = context;

  const send =
    (statusOf: StatusOf) =>
    async (argument: unknown): Promise<void> => {
      const open = givenOutput(argument);
      if (open === undefined) {
        void vscode.window.showInformationMessage('Open an output document first: Edit Output.');
        return;
      }
      await sendDocument(context, documents, open, { statusOf });
    };
  const sendRole = (role: 'complete' | 'fail') =>
    send(async (task, draft) => {
      const status = statusOfRole(task, role);
      return status === undefined ? undefined : { ...draft, status };
    });

  return {
    'draft.complete': sendRole('complete'),
    'draft.fail': sendRole('fail'),
    'draft.send': send(promptedStatus(context)),
    'draft.review': async (argument: unknown): Promise<void> => {
      const open = givenOutput(argument);
      if (open !== undefined) {
        return sendDocument(context, documents, open, {
          statusOf: reviewedStatus(context),
          review: true,
        });
      }
      const draft = await givenDraft(context, argument, 'Review Update');
      if (draft !== undefined) await reviewDraft(context, documents, draft);
    },
    'review.send': async (): Promise<void> => context.reviewing.send(),
    'draft.open': async (argument: unknown): Promise<void> => {
      const draft = await givenDraft(context, argument, 'Open Draft');
      if (draft === undefined) return;
      await openDraft(store, draft);
    },
    'draft.discard': async (argument: unknown): Promise<void> => {
      const draft = await givenDraft(context, argument, 'Discard Draft');
      if (draft === undefined) return;
      const name = oneLine(draft.taskName, 80);
      const answer = await vscode.window.showWarningMessage(
        `Discard the draft of “${name}”?`,
        { modal: true, detail: 'What was typed is gone then.' },
        'Discard Draft',
      );
      if (answer !== undefined) await drafts.remove(draft.ref);
    },
  };
}

/** The draft with the status to send; undefined when there is none, or the person left. */
type StatusOf = (task: Task, draft: Composition) => Promise<Composition | undefined>;

interface SendOptions {
  readonly statusOf: StatusOf;
  readonly review?: true;
}

async function sendDocument(
  context: UpdateContext,
  documents: OutputDocuments,
  { document, path }: OpenOutput,
  options: SendOptions,
): Promise<void> {
  // Written down before anything can go wrong; a save is a draft, never a send.
  if (document.isDirty) await document.save();
  await closeMerge(document);
  const task = await documents.tasks.seen(path.ref);
  if (task === undefined) return tellGone(path.taskName);
  const text = document.getText();
  await sendDraft(
    context,
    task,
    { ...fromDraft(await context.drafts.read(path.ref)), text },
    options,
  );
}

async function reviewDraft(
  context: UpdateContext,
  documents: OutputDocuments,
  draft: Draft,
): Promise<void> {
  const task = await documents.tasks.seen(draft.ref);
  if (task === undefined) return tellGone(draft.taskName);
  const options = { statusOf: reviewedStatus(context), review: true } as const;
  await sendDraft(context, task, fromDraft(draft), options);
}

async function sendDraft(
  context: UpdateContext,
  task: Task,
  draft: Composition,
  { statusOf, review }: SendOptions,
): Promise<void> {
  const composition = await statusOf(task, draft);
  if (composition === undefined) return;
  const job = { task, composition, entrance: 'document', ...(review && { review }) } as const;
  const submitted = await sendWithReason(context, job);
  if (submitted !== undefined) await closeSent(context, submitted);
}

const promptedStatus =
  (context: UpdateContext): StatusOf =>
  async (task, draft) => {
    const keeper = createDraftKeeper(context, task, await context.drafts.read(task.ref));
    const { kind, composition } = await statusPrompt({
      task,
      composition: draft,
      canGoBack: false,
      keep: keeper.keep,
    });
    await keeper.done();
    return kind === 'next' ? composition : undefined;
  };

/** What is reviewed is what was chosen before, else the completion; where neither is, one chooses. */
const reviewedStatus =
  (context: UpdateContext): StatusOf =>
  async (task, draft) => {
    const status = draft.status ?? statusFor(task.options, 'complete')?.status;
    return status === undefined ? promptedStatus(context)(task, draft) : { ...draft, status };
  };

function tellGone(taskName: string): void {
  const name = linkFree(taskName, 80);
  void vscode.window.showErrorMessage(
    `Nothing was sent: the engine knows no task ${name} any more. The draft is kept.`,
  );
}

async function givenDraft(
  { drafts, clock }: UpdateContext,
  argument: unknown,
  title: string,
): Promise<Draft | undefined> {
  const given = argument as Partial<Extract<UpdateNode, { kind: 'draft' }>> | undefined;
  if (given?.kind === 'draft' && given.draft !== undefined) return given.draft;
  const picked = await listPick<Draft>({
    title,
    placeholder: 'Choose a draft',
    canGoBack: false,
    load: async () => {
      const list = await drafts.list();
      const choices = list.map((draft) => ({
        label: draft.taskName,
        icon: 'edit',
        description: [draft.status, agoText(draft.savedAt, clock.now())]
          .filter((part) => part !== undefined)
          .join(' · '),
        detail: placeOf(draft),
        value: draft,
      }));
      const empty = { label: 'There are no drafts', icon: 'info' };
      return { choices: choices.length === 0 ? [empty] : choices, more: false };
    },
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}

function placeOf(draft: Draft): string {
  return [draft.connectionName, workflowTitle(draft), draft.ref.execution]
    .filter((part) => part !== undefined)
    .join(' › ');
}
