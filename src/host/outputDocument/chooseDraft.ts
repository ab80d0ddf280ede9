import * as vscode from 'vscode';
import type { Draft } from '../../app/drafts/drafts.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { targetOutput } from '../documents/openOutputs.ts';
import { listPick } from '../ui/listPick.ts';
import { agoText } from '../words/agoText.ts';

/**
 * The draft of the row or document that the command was called on, else one that the person picks.
 */
export async function chooseDraft(
  { drafts, clock }: Pick<AppParts, 'drafts' | 'clock'>,
  argument: unknown,
  title: string,
): Promise<Draft | undefined> {
  const given = argument as { readonly kind?: string; readonly draft?: Draft } | undefined;
  if (given?.kind === 'draft' && given.draft !== undefined) return given.draft;
  const open = argument instanceof vscode.Uri ? targetOutput(argument) : undefined;
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
        detail: locationOf(draft),
        value: draft,
      }));
      const empty = { label: 'There are no drafts', icon: 'info' };
      return { choices: choices.length === 0 ? [empty] : choices };
    },
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}

function locationOf(draft: Draft): string {
  return [draft.connectionName, workflowTitle(draft), draft.ref.execution]
    .filter((part) => part !== undefined)
    .join(' › ');
}
