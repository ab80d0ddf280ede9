import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { fromDraft } from '../compose/composition.ts';
import { listPick } from '../ui/listPick.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';
import { pickNext } from '../pickTask/pickNext.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import { pinnedChoices } from './pinnedChoices.ts';
import type { PinnedAction } from './pinnedChoices.ts';
import { oneLine } from '../words/plainText.ts';
import { sendWithReason } from '../send/sendStatus.ts';
import type { PinnedStatus } from './statusBar.ts';
import type { UpdateContext } from '../send/updateContext.ts';

/** A click on the pinned task: what may be set now, and one pick does it. */
export function createPinnedCommands(
  context: UpdateContext,
  documents: OutputDocuments,
  status: PinnedStatus,
) {
  return {
    'pinned.update': async (): Promise<void> => {
      const pinned = context.pins.current();
      if (pinned === undefined) return pinAnother(context);
      let task: Task | undefined;
      const picked = await listPick<PinnedAction>({
        title: `${oneLine(pinned.name, 60)} is ${pinned.status}`,
        placeholder: 'Choose what to do; one pick does it',
        load: async () => {
          task = await status.task();
          if (task === undefined) return { choices: goneChoices };
          const draft = fromDraft(await context.drafts.read(task.ref));
          const choices = pinnedChoices(task, draft).map(({ action, ...words }) =>
            action === undefined ? words : { ...words, value: action },
          );
          return { choices };
        },
      });
      if (picked.kind === 'picked') await runAction(context, documents, task, picked.value);
    },
  };
}

const goneChoices = [
  { label: 'The engine knows no such task any more', icon: 'info' },
  { label: 'Unpin', icon: 'pinned', value: { kind: 'unpin' } },
  { label: 'Pin Another Task…', icon: 'search', value: { kind: 'pickAnother' } },
] as const;

async function runAction(
  context: UpdateContext,
  documents: OutputDocuments,
  task: Task | undefined,
  action: PinnedAction,
): Promise<void> {
  switch (action.kind) {
    case 'unpin':
      return context.pins.unpin();
    case 'pickAnother':
      return pinAnother(context);
    case 'open':
      return task === undefined ? undefined : context.views.showTask(task);
    case 'editOutput':
      return task === undefined ? undefined : documents.open(task);
    case 'send': {
      if (task === undefined) return;
      const { composition } = action;
      await sendWithReason(context, { task, composition, entrance: 'statusBar' });
    }
  }
}

async function pinAnother(context: UpdateContext): Promise<void> {
  const title = 'Pin Task to Status Bar';
  const pinned = context.pins.current();
  const task =
    pinned === undefined
      ? await pickTask(context, title, () => undefined)
      : await pickNext(context, title, pinned.ref);
  if (task === undefined) return;
  await context.pins.pin(task);
  vscode.window.setStatusBarMessage(`Pinned ${oneLine(task.name, 60)}`, 3000);
}
