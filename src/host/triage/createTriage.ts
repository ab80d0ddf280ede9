import * as vscode from 'vscode';
import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { Waiting } from '../../app/waiting.ts';
import type { WaitingHere } from '../../app/waitingReader.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { offerConnection } from '../connections/offerConnection.ts';
import { listPick } from '../ui/listPick.ts';
import type { Picked } from '../ui/listPick.ts';
import { iconFree, linkFree, oneLine } from '../words/plainText.ts';
import type { TaskActions } from '../tasks/taskActions.ts';
import { goneChoices, triageChoices, triageSubtitle } from './triageChoices.ts';
import type { TriageStep } from './triageChoices.ts';
import { firstStop, triageQueue, triageSentence } from './triageQueue.ts';
import type { Tally } from './triageQueue.ts';

interface TriageParts extends Pick<AppParts, 'connections' | 'drafts' | 'clock' | 'store'> {
  readonly actions: TaskActions;
  readonly waiting: Pick<Waiting, 'current' | 'reread'>;
}

/** How the person left a task: the direction, and the tally it counts for. */
type Left =
  | { readonly kind: 'next'; readonly counts?: keyof Tally }
  | { readonly kind: 'back' | 'again' | 'stop' };

/**
 * Walks through the waiting tasks, oldest first, one picker each. After leaving, the next walk
 * continues there.
 */
export function createTriage(parts: TriageParts): () => Promise<void> {
  let stoppedAt: TaskRef | undefined;

  return async () => {
    if (parts.connections.list().length === 0) {
      void offerConnection();
      return;
    }
    const found = await readWaiting(parts);
    const queue = triageQueue(found);
    if (queue.length === 0) return tellNothing(found);
    const tally = { completed: 0, failed: 0, skipped: 0 };
    let index = firstStop(queue, stoppedAt);
    for (;;) {
      const task = queue[index];
      if (task === undefined) break;
      const left = await stopAt(parts, task, { index, of: queue.length });
      if (left.kind === 'stop') {
        stoppedAt = task.ref;
        return tell(`Triage stopped at ${index + 1} of ${queue.length}. ${triageSentence(tally)}`);
      }
      if (left.kind === 'back') index -= 1;
      if (left.kind !== 'next') continue;
      if (left.counts !== undefined) tally[left.counts] += 1;
      index += 1;
    }
    stoppedAt = undefined;
    tell(`Triage is done. ${triageSentence(tally)}`);
  };
}

async function readWaiting({ waiting }: TriageParts): Promise<readonly WaitingHere[]> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Looking for waiting tasks…' },
    async () => {
      await waiting.reread(new AbortController().signal);
      return waiting.current();
    },
  );
}

async function stopAt(
  parts: TriageParts,
  known: Task,
  position: { readonly index: number; readonly of: number },
): Promise<Left> {
  let task = parts.actions.offered(known);
  const connection = parts.connections.find(known.ref.connection)?.name ?? known.ref.connection;
  const picked: Picked<TriageStep> = await listPick({
    title: `Triage ${position.index + 1} of ${position.of}: ${oneLine(known.name, 60)}`,
    placeholder: triageSubtitle(known, oneLine(connection, 60), parts.clock.now()),
    canGoBack: position.index > 0,
    staysOpen: true,
    load: async () => {
      const now = await parts.store.task(known.ref, new AbortController().signal);
      if (now?.state !== 'waiting') return { choices: goneChoices(now?.status) };
      task = parts.actions.offered(now);
      const draft = await parts.drafts.read(task.ref);
      return { choices: triageChoices(task, (draft?.text ?? '').trim() !== '') };
    },
  });
  if (picked.kind !== 'picked') return { kind: picked.kind === 'back' ? 'back' : 'stop' };
  return run(parts, task, picked.value);
}

async function run({ actions, store }: TriageParts, task: Task, step: TriageStep): Promise<Left> {
  switch (step) {
    case 'complete':
      return afterSending(await actions.sendRole('complete', task, 'statusBar'), 'completed');
    case 'fail':
      return afterSending(await actions.sendRole('fail', task, 'statusBar'), 'failed');
    case 'update': {
      await actions.update(task);
      const now = await store.task(task.ref, new AbortController().signal);
      return now?.state === 'waiting' ? { kind: 'again' } : { kind: 'next' };
    }
    case 'editOutput':
      await actions.editOutput(task);
      return { kind: 'stop' };
    case 'open':
      await actions.peek(task);
      return { kind: 'again' };
    case 'skip':
      return { kind: 'next', counts: 'skipped' };
    case 'stop':
      return { kind: 'stop' };
  }
}

// An update that is unknown or not applied keeps the task on screen. An accepted one counts as
// done.
function afterSending(submitted: Submitted | undefined, counts: keyof Tally): Left {
  const outcome = submitted?.kind === 'settled' ? submitted.entry.outcome.kind : undefined;
  if (outcome === 'confirmed' || outcome === 'pending') return { kind: 'next', counts };
  return { kind: 'again' };
}

function tellNothing(found: readonly WaitingHere[]): void {
  const unread = found.filter(({ error }) => error !== undefined);
  const names = unread.map(({ connection }) => oneLine(connection.name, 60)).join(', ');
  const rest = unread.length === 0 ? '' : ` It could not be read on ${names}.`;
  void vscode.window.showInformationMessage(linkFree(`Nothing waits.${rest}`));
}

function tell(sentence: string): void {
  vscode.window.setStatusBarMessage(iconFree(sentence), 8000);
}
