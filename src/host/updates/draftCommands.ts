import * as vscode from 'vscode';
import type { Draft } from '../../app/updates/drafts.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { fromDraft } from './composition.ts';
import type { Composition } from './composition.ts';
import { createDraftKeeper } from './draftKeeper.ts';
import { keepDraft } from './keepDraft.ts';
import { listPick } from './listPick.ts';
import { openDraft } from './openOutputs.ts';
import { closeOutput, givenOutput } from './outputEditor.ts';
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
    (statusOf: (task: Task, draft: Composition) => Promise<Composition | undefined>) =>
    async (argument: unknown): Promise<void> => {
      const open = givenOutput(argument);
      if (open === undefined) {
        void vscode.window.showInformationMessage('Open an output document first: Edit Output.');
        return;
      }
      await sendDocument(context, documents, open, statusOf);
    };
  const sendRole = (role: 'complete' | 'fail') =>
    send(async (task, draft) => {
      const status = statusOfRole(task, role);
      return status === undefined ? undefined : { ...draft, status };
    });

  return {
    'draft.complete': sendRole('complete'),
    'draft.fail': sendRole('fail'),
    'draft.send': send(async (task, draft) => {
      const keeper = createDraftKeeper(context, task, await drafts.read(task.ref));
      const { kind, composition } = await statusPrompt({
        task,
        composition: draft,
        canGoBack: false,
        keep: keeper.keep,
      });
      await keeper.done();
      return kind === 'next' ? composition : undefined;
    }),
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

async function sendDocument(
  context: UpdateContext,
  documents: OutputDocuments,
  { document, path }: OpenOutput,
  statusOf: (task: Task, draft: Composition) => Promise<Composition | undefined>,
): Promise<void> {
  // Written down before anything can go wrong; a save is a draft, never a send.
  if (document.isDirty) await document.save();
  const task = await documents.tasks.seen(path.ref);
  if (task === undefined) {
    const name = linkFree(path.taskName, 80);
    void vscode.window.showErrorMessage(
      `Nothing was sent: the engine knows no task ${name} any more. The draft is kept.`,
    );
    return;
  }
  const text = document.getText();
  const draft = { ...fromDraft(await context.drafts.read(path.ref)), text };
  const composition = await statusOf(task, draft);
  if (composition === undefined) return;
  const submitted = await sendWithReason(context, { task, composition, entrance: 'document' });
  if (submitted?.kind === 'cancelled') await keepDraft(context, task, composition);
  if (submitted?.kind !== 'settled') return;
  // What was typed or saved meanwhile is a new draft, and its document stays.
  const draftNow = await context.drafts.read(path.ref);
  if (submitted.entry.outcome.kind === 'confirmed' && draftNow === undefined) {
    await closeOutput(document);
  }
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
