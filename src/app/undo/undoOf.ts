import type { Engine } from '../../domain/engine.ts';
import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import { outputBack } from './outputBack.ts';
import type { Back } from './outputBack.ts';
import { restBack } from './restBack.ts';

/** The update that undoes an earlier one, or the reason why there is none. */
export type Undo =
  | {
      readonly kind: 'possible';
      readonly update: TaskUpdate;
      /**
       * The task as the update left it. Any later difference counts as a change by somebody else.
       */
      readonly base: Task;
      /** What the undo cannot restore, one sentence each. */
      readonly stays: readonly string[];
    }
  | { readonly kind: 'impossible'; readonly why: string };

/** Can this entry be undone, as far as the entry itself tells? The task may have changed since. */
export function mayUndo(entry: JournalEntry): boolean {
  return entry.outcome?.kind === 'confirmed' && entry.endsTask !== true;
}

/**
 * Restores what the update changed, and nothing else. `now` is the task as the engine shows it;
 * undefined when the engine no longer knows it.
 */
export function undoOf(
  entry: JournalEntry,
  now: Task | undefined,
  expects: Engine['expects'],
): Undo {
  if (entry.outcome?.kind !== 'confirmed') return impossible(notConfirmed(entry.outcome));
  if (now === undefined) return impossible('The engine knows no such task any more.');
  const unavailable =
    now.options.unavailable ?? (now.terminal ? `The task is ${now.status}.` : undefined);
  if (unavailable !== undefined) return impossible(`${unavailable} This cannot be undone.`);
  if (entry.endsTask === true) return impossible('It ended the task: this cannot be undone.');
  return wayBack(entry, entry.outcome.after, now, expects);
}

function wayBack(
  entry: JournalEntry,
  after: Snapshot,
  now: Task,
  expects: Engine['expects'],
): Undo {
  const status = statusBack(entry.before, after, now, expects);
  if (status.kind === 'stuck') return impossible(status.why);
  const output = outputBack(entry, after, now);
  if (output.kind === 'stuck') return impossible(output.why);
  const { change, stays } = restBack(entry, after, now);
  const isNothing =
    entry.before.status === after.status &&
    output.kind === 'none' &&
    Object.keys(change).length === 0;
  if (isNothing) return impossible(stays[0] ?? 'The update changed nothing that shows.');
  return {
    kind: 'possible',
    update: {
      ...(status.kind === 'send' ? { status: status.value } : {}),
      ...(output.kind === 'send' ? { output: output.value } : {}),
      ...change,
    },
    base: asLeft(now, after),
    stays: [...(output.kind === 'send' ? output.stays : []), ...stays],
  };
}

function impossible(why: string): Undo {
  return { kind: 'impossible', why };
}

function notConfirmed(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'The update is still on its way.';
  if (outcome.kind === 'notApplied') return 'The update was not applied: there is nothing to undo.';
  if (outcome.kind === 'overtaken') {
    return 'Somebody changed the task after the update: an undo would take back that change instead.';
  }
  return `Whether the update was applied is ${outcome.kind}: check again first.`;
}

function asLeft(now: Task, { status, output, updatedAt }: Snapshot): Task {
  return { ...now, status, output, ...(updatedAt === undefined ? {} : { updatedAt }) };
}

// Finds the status to send that leads back to the earlier one. The two words may differ.
function statusBack(
  before: Snapshot,
  after: Snapshot,
  now: Task,
  expects: Engine['expects'],
): Back<string> {
  const { options } = now;
  const target = before.status === after.status ? now.status : before.status;
  if (target === now.status && options.canKeepStatus === true) return { kind: 'none' };
  const leading = options.statuses.filter(
    ({ status, unavailable }) =>
      unavailable === undefined && expects(now, { status })[0]?.status === target,
  );
  const way = leading.find(({ status }) => status === target) ?? leading[0];
  if (way !== undefined) return { kind: 'send', value: way.status, stays: [] };
  const why =
    target === now.status
      ? `The task takes no update that leaves it ${target}: this cannot be undone.`
      : `The engine offers no way from ${now.status} back to ${target}: this cannot be undone.`;
  return { kind: 'stuck', why };
}
