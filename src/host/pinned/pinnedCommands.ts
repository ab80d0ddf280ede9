import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { fromDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';
import { pickNext } from '../pickTask/pickNext.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import type { Sender } from '../send/sender.ts';
import type { Handler } from '../ui/handler.ts';
import { listPick } from '../ui/listPick.ts';
import { iconFree, oneLine } from '../words/plainText.ts';
import { pinnedChoices } from './pinnedChoices.ts';
import type { PinnedAction } from './pinnedChoices.ts';
import type { PinnedStatus } from './statusBar.ts';

export interface PinnedPorts {
  readonly sender: Sender;
  readonly documents: Pick<OutputDocuments, 'open'>;
  readonly viewers: Pick<Viewers, 'showTask'>;
  readonly status: PinnedStatus;
}

/** A click on the pinned task lists the statuses that can be set. One pick sends. */
export function createPinnedCommands(app: AppParts, ports: PinnedPorts) {
  return {
    'workflowTasks.pinned.update': async () => {
      const pinned = app.pins.current();
      if (pinned === undefined) return pinAnother(app);
      let task: Task | undefined;
      const picked = await listPick<PinnedAction>({
        title: `${oneLine(pinned.name, 60)} is ${pinned.status}`,
        placeholder: 'Choose what to do; one pick does it',
        load: async () => {
          task = await ports.status.task();
          if (task === undefined) return { choices: goneChoices };
          const draft = fromDraft(await app.drafts.read(task.ref));
          const choices = pinnedChoices(task, draft).map(({ action, ...words }) =>
            action === undefined ? words : { ...words, value: action },
          );
          return { choices };
        },
      });
      if (picked.kind === 'picked') await runAction(app, ports, task, picked.value);
    },
  } satisfies Partial<Record<CommandId, Handler>>;
}

const goneChoices = [
  { label: 'The engine knows no such task any more', icon: 'info' },
  { label: 'Unpin', icon: 'pinned', value: { kind: 'unpin' } },
  { label: 'Pin Another Task…', icon: 'search', value: { kind: 'pickAnother' } },
] as const;

async function runAction(
  app: AppParts,
  { sender, documents, viewers }: PinnedPorts,
  task: Task | undefined,
  action: PinnedAction,
): Promise<void> {
  if (action.kind === 'unpin') return app.pins.unpin();
  if (action.kind === 'pickAnother') return pinAnother(app);
  if (task === undefined) return undefined;
  switch (action.kind) {
    case 'open':
      return viewers.showTask(task);
    case 'editOutput':
      return documents.open(task);
    case 'send':
      return send(app, sender, task, action.composition);
  }
}

async function send(
  { drafts }: AppParts,
  sender: Sender,
  task: Task,
  composition: Composition,
): Promise<void> {
  // The person may have written in the task's document while the list was open.
  const draft = await drafts.read(task.ref);
  const isWithDraft = composition.text !== undefined;
  const newest = isWithDraft ? { ...composition, ...fromDraft(draft) } : composition;
  const { status } = composition;
  await sender.sendWithReason({
    task,
    composition: status === undefined ? newest : { ...newest, status },
    entrance: 'statusBar',
    draft,
  });
}

async function pinAnother(app: AppParts): Promise<void> {
  const title = 'Pin Task to Status Bar';
  const pinned = app.pins.current();
  const task =
    pinned === undefined
      ? await pickTask(app, title, () => undefined)
      : await pickNext(app, title, pinned.ref);
  if (task === undefined) return;
  await app.pins.pin(task);
  vscode.window.setStatusBarMessage(`Pinned ${iconFree(task.name, 60)}`, 3000);
}
