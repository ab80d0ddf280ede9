import * as vscode from 'vscode';
import { compareOutput } from './compareOutput.ts';
import { fromDraft } from '../compose/composition.ts';
import { keepDraft } from '../compose/keepDraft.ts';
import { givenOutput } from '../documents/outputEditor.ts';
import type { OpenOutput } from '../documents/outputEditor.ts';
import type { OutputDocuments } from './outputDocuments.ts';
import { otherModeOf } from '../words/outputText.ts';
import { promptedStatus } from '../compose/promptedStatus.ts';
import { savedAs } from '../compose/savedAs.ts';
import { sendDocument } from './sendDocument.ts';
import type { SendOptions } from './sendDocument.ts';
import { statusOfRole } from '../send/sendStatus.ts';
import type { UpdateContext } from '../send/updateContext.ts';

/** What can be done with the output document in front, or the one that a lens or a menu names. */
export function createOutputCommands(context: UpdateContext, documents: OutputDocuments) {
  const onOutput =
    (run: (open: OpenOutput) => Promise<void>) =>
    async (argument: unknown): Promise<void> => {
      const open = givenOutput(argument);
      if (open !== undefined) return run(open);
      void vscode.window.showInformationMessage('Open an output document first: Edit Output.');
    };
  const send = (statusOf: SendOptions['statusOf']) =>
    onOutput((open) => sendDocument(context, documents, open, { statusOf }));
  const sendRole = (role: 'complete' | 'fail') =>
    send(async (task, draft) => {
      const status = statusOfRole(task, role);
      return status === undefined ? undefined : { ...draft, status };
    });

  return {
    'draft.complete': sendRole('complete'),
    'draft.fail': sendRole('fail'),
    'draft.saveProgress': send(async (task, draft) => savedAs(task, draft)),
    'draft.send': send(promptedStatus(context)),
    'draft.compare': onOutput((open) => compareOutput(context, documents, open)),
    'draft.switchMode': onOutput((open) => switchMode(context, documents, open)),
  };
}

/** Merged into what is there, or in place of it: kept with the draft. */
async function switchMode(
  context: UpdateContext,
  { tasks }: OutputDocuments,
  { document, path }: OpenOutput,
): Promise<void> {
  await document.save();
  const task = await tasks.seen(path.ref);
  const option = task?.options.output;
  const draft = fromDraft(await context.drafts.read(path.ref));
  const mode = option && otherModeOf(option, draft.mode);
  if (task === undefined || mode === undefined) {
    void vscode.window.showInformationMessage('This engine takes an output in one way only.');
    return;
  }
  await keepDraft(context, task, { mode });
}
