import * as vscode from 'vscode';
import type { AppParts } from '../appParts.ts';
import { openDraft } from '../documents/openTaskOutput.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { Handler } from '../ui/handler.ts';
import { linkFree } from '../words/plainText.ts';
import { chooseDraft } from './chooseDraft.ts';

/** The commands of a draft in the Updates view. */
export function createDraftCommands(app: AppParts) {
  const { drafts, store } = app;
  return {
    'workflowTasks.draft.open': async (argument) => {
      const draft = await chooseDraft(app, argument, 'Open Draft');
      if (draft !== undefined) await openDraft(store, draft);
    },
    'workflowTasks.draft.discard': async (argument) => {
      const draft = await chooseDraft(app, argument, 'Discard Draft');
      if (draft === undefined) return;
      const name = linkFree(draft.taskName, 80);
      const answer = await vscode.window.showWarningMessage(
        `Discard the draft of “${name}”?`,
        { modal: true, detail: 'What you typed will be lost. Nothing is sent.' },
        'Discard Draft',
      );
      if (answer !== undefined) await drafts.remove(draft.ref);
    },
  } satisfies Partial<Record<CommandId, Handler>>;
}
