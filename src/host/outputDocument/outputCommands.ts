import * as vscode from 'vscode';
import type { AppParts } from '../appParts.ts';
import { fromDraft } from '../compose/composition.ts';
import { keepDraft } from '../compose/keepDraft.ts';
import { promptedStatus } from '../compose/promptedStatus.ts';
import { saveProgress } from '../compose/saveProgress.ts';
import { targetOutput } from '../documents/openOutputs.ts';
import type { OpenOutput } from '../documents/openOutputs.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { CommandId } from '../manifest.generated.ts';
import { statusOfRole } from '../send/roleStatus.ts';
import type { Sender } from '../send/sender.ts';
import type { Handler } from '../ui/handler.ts';
import { otherModeOf } from '../words/outputText.ts';
import { compareOutput } from './compareOutput.ts';
import { chooseDraft } from './chooseDraft.ts';
import type { OutputDocuments } from './outputDocuments.ts';
import { reviewDraft, reviewedStatus } from './reviewDraft.ts';
import { sendDocument } from './sendDocument.ts';
import type { SendOptions } from './sendDocument.ts';

/** The commands of the active output document, or of the one that a CodeLens or menu passes. */
export function createOutputCommands(
  app: AppParts,
  sender: Sender,
  documents: OutputDocuments,
  { showTexts }: Pick<Viewers, 'showTexts'>,
) {
  const onOutput =
    (run: (open: OpenOutput) => Promise<void>): Handler =>
    async (argument) => {
      const open = targetOutput(argument);
      if (open !== undefined) return run(open);
      void vscode.window.showInformationMessage('Open an output document first: Edit Output.');
    };
  const sendWith = (options: SendOptions) => (open: OpenOutput) =>
    sendDocument(app, { sender, documents }, open, options);
  const sendRole = (role: 'complete' | 'fail') =>
    onOutput(
      sendWith({
        statusOf: async (task, draft) => {
          const status = statusOfRole(task, role);
          return status === undefined ? undefined : { ...draft, status };
        },
      }),
    );
  const review = sendWith({ statusOf: reviewedStatus(app), review: true });

  return {
    'workflowTasks.draft.complete': sendRole('complete'),
    'workflowTasks.draft.fail': sendRole('fail'),
    'workflowTasks.draft.saveProgress': onOutput(
      sendWith({ statusOf: async (task, draft) => saveProgress(task, draft) }),
    ),
    'workflowTasks.draft.send': onOutput(sendWith({ statusOf: promptedStatus(app) })),
    'workflowTasks.draft.review': async (argument) => {
      const open = targetOutput(argument);
      if (open !== undefined) return review(open);
      const draft = await chooseDraft(app, argument, 'Review Update');
      if (draft !== undefined) await reviewDraft(app, sender, documents, draft);
    },
    'workflowTasks.draft.compare': onOutput((open) =>
      compareOutput(app.drafts, documents, showTexts, open),
    ),
    'workflowTasks.draft.switchMode': onOutput((open) => switchMode(app, documents, open)),
  } satisfies Partial<Record<CommandId, Handler>>;
}

/** Switches between merging and replacing. The draft keeps the mode. */
async function switchMode(
  app: AppParts,
  { tasks }: OutputDocuments,
  { document, path }: OpenOutput,
): Promise<void> {
  await document.save();
  const task = await tasks.base(path.ref);
  const option = task?.options.output;
  const draft = fromDraft(await app.drafts.read(path.ref));
  const mode = option && otherModeOf(option, draft.mode);
  if (task === undefined || mode === undefined) {
    void vscode.window.showInformationMessage('This engine takes an output in one way only.');
    return;
  }
  await keepDraft(app, task, { mode });
}
