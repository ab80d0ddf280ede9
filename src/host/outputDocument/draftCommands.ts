import * as vscode from 'vscode';
import type { Draft } from '../../app/drafts/drafts.ts';
import { workflowTitle } from '../../domain/task.ts';
import { listPick } from '../ui/listPick.ts';
import { openDraft } from '../documents/openOutputs.ts';
import { givenOutput } from '../documents/outputEditor.ts';
import { oneLine } from '../words/plainText.ts';
import { agoText } from '../words/timeText.ts';
import type { UpdateContext } from '../send/updateContext.ts';
import type { UpdateNode } from '../journal/updateNodes.ts';

/** What can be done with drafts in the Updates view. */
export function createDraftCommands(context: UpdateContext) {
  const { drafts, store } = context;

  return {
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
        { modal: true, detail: 'What you typed will be lost. Nothing is sent.' },
        'Discard Draft',
      );
      if (answer !== undefined) await drafts.remove(draft.ref);
    },
  };
}

/** The draft of a row or of a document's title, else one that is picked. */
export async function givenDraft(
  { drafts, clock }: Pick<UpdateContext, 'drafts' | 'clock'>,
  argument: unknown,
  title: string,
): Promise<Draft | undefined> {
  const given = argument as Partial<Extract<UpdateNode, { kind: 'draft' }>> | undefined;
  if (given?.kind === 'draft' && given.draft !== undefined) return given.draft;
  const open = argument instanceof vscode.Uri ? givenOutput(argument) : undefined;
  if (open !== undefined) {
    if (open.document.isDirty) await open.document.save();
    const own = await drafts.read(open.path.ref);
    if (own !== undefined) return own;
  }
  const picked = await listPick<Draft>({
    title,
    placeholder: 'Choose a draft',
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
      return { choices: choices.length === 0 ? [empty] : choices };
    },
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}

function placeOf(draft: Draft): string {
  return [draft.connectionName, workflowTitle(draft), draft.ref.execution]
    .filter((part) => part !== undefined)
    .join(' › ');
}
