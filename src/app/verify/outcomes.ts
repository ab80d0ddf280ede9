import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { sentence } from '../sentence.ts';
import type { Comparison } from './comparison.ts';
import type { Answered } from './evidence.ts';
import { expectationOf, expectedWords, mismatches, unseenFields } from './expectation.ts';
import type { Expectation } from './expectation.ts';
import { difference, shownWords } from './shownWords.ts';
import type { Observation } from './verify.ts';

type Shown = Extract<Observation, { kind: 'shown' }>;
type NotApplied = Extract<Outcome, { kind: 'notApplied' }>;

/** How sending ended, and in which words. */
export type Ending =
  | { readonly answered: 'accepted'; readonly answerShows?: boolean; readonly note?: string }
  /** `cause` is a sentence. */
  | { readonly answered: 'lost'; readonly cause: string }
  /** `reason` is the server's own message, or ours if nothing was sent. */
  | { readonly answered: 'denied'; readonly reason: string };

/** What an update became: by the answer, and by what the task then proves. */
const kinds = {
  accepted: {
    applied: 'confirmed',
    inPart: 'pending',
    notYet: 'pending',
    doubtful: 'unknown',
    contradicted: 'unknown',
  },
  // The server took the update, and its answer held the task with all of it.
  shown: {
    applied: 'confirmed',
    inPart: 'pending',
    notYet: 'pending',
    doubtful: 'overtaken',
    contradicted: 'overtaken',
  },
  lost: {
    applied: 'confirmed',
    inPart: 'unknown',
    notYet: 'unknown',
    doubtful: 'unknown',
    contradicted: 'unknown',
  },
  // A proxy may have delivered the update twice, or have refused it after it was applied.
  denied: {
    applied: 'unknown',
    inPart: 'unknown',
    notYet: 'notApplied',
    doubtful: 'notApplied',
    contradicted: 'notApplied',
  },
} as const satisfies Readonly<
  Record<Answered | 'shown', Readonly<Record<Comparison['kind'], Outcome['kind']>>>
>;

/** The outcome of an update that was sent, after its task was read. */
export function outcomeOf(
  expectation: Expectation,
  ending: Ending,
  observation: Observation,
): Outcome {
  if (observation.kind !== 'shown') return outcomeUnread(expectation, ending, observation);
  const { after, comparison } = observation;
  const kind = kinds[rowOf(ending)][comparison.kind];
  switch (kind) {
    case 'confirmed':
      return { kind, after, notes: notesWith(comparison, ending) };
    case 'overtaken':
      return overtaken(expectation, after, 'The server’s answer showed the update');
    case 'notApplied':
      return { kind, ...foundIn(expectation, observation), ...reasonOf(ending), after };
    case 'pending':
    case 'unknown':
      return { kind, after, detail: detailOf(expectation, ending, observation) };
  }
}

function rowOf(ending: Ending): keyof typeof kinds {
  return ending.answered === 'accepted' && ending.answerShows === true ? 'shown' : ending.answered;
}

function notesWith(comparison: Comparison, ending: Ending): readonly string[] {
  const notes = comparison.kind === 'applied' ? comparison.notes : [];
  const note = ending.answered === 'accepted' ? ending.note : undefined;
  return note === undefined ? notes : [...notes, note];
}

function foundIn(expectation: Expectation, { after, comparison }: Shown) {
  const { expected, actual } = difference(expectation, after);
  const isOther = comparison.kind === 'doubtful';
  return { expected, actual: isOther ? shownWords(expectation, after) : actual };
}

function reasonOf(ending: Ending): { readonly reason?: string } {
  return ending.answered === 'denied' ? { reason: sentence(ending.reason) } : {};
}

/** The outcome of an update that showed, and does not any more. `proof` is the begin of a sentence. */
export function overtaken(expectation: Expectation, after: Snapshot, proof: string): Outcome {
  const shown = shownWords(expectation, after);
  return {
    kind: 'overtaken',
    after,
    detail: `${proof}, and the task shows ${shown} now: somebody changed it since.`,
  };
}

/** The outcome when nothing was sent, or when nothing that was sent can have arrived. */
export function outcomeOfUnsent(expectation: Expectation, reason: string): NotApplied {
  const expected = expectedWords(expectation);
  return { kind: 'notApplied', expected, actual: expectation.before.status, reason };
}

/** The outcome when the task was over, or gone (`now` is undefined), before anything was sent. */
export function outcomeOfTooLate(expectation: Expectation, now: Snapshot | undefined): Outcome {
  const expected = expectedWords(expectation);
  if (now === undefined) {
    const reason = 'The engine knows no such task any more: nothing was sent.';
    return { kind: 'notApplied', expected, actual: noSuchTask, reason };
  }
  const reason = `The task was ${now.status} already: nothing was sent.`;
  const isSame = expectation.expected.some(({ status }) => status === now.status);
  const actual = isSame ? `${now.status} already` : now.status;
  return { kind: 'notApplied', expected, actual, reason, after: now };
}

/**
 * True when the server took the update and reading can prove no more. Its draft is no longer
 * needed: keeping it would invite the person to send it twice.
 */
export function isDelivered(entry: JournalEntry): boolean {
  const { outcome } = entry;
  if (outcome?.kind === 'confirmed') return true;
  if (outcome?.kind !== 'pending' || outcome.after === undefined) return false;
  return isRestLeft(expectationOf(entry), outcome.after);
}

const superseded =
  'You sent a later update to this task: what the task shows proves nothing about this one.';
const noSuchTask = 'no such task';
const accepted = 'The server accepted the update';
const shownThough =
  'The task shows the update all the same: it was applied before the server refused it, or somebody else did the same.';
const byOthers = 'somebody else changed it, before or after the update';

function outcomeUnread(
  expectation: Expectation,
  ending: Ending,
  observation: Exclude<Observation, { kind: 'shown' }>,
): Outcome {
  if (observation.kind === 'superseded') return { kind: 'unknown', detail: superseded };
  const isGone = observation.kind === 'gone';
  const why = isGone ? '' : sentence(observation.error);
  switch (ending.answered) {
    case 'accepted':
      return isGone
        ? { kind: 'unknown', detail: `${accepted}, and the task is gone: it cannot be read back.` }
        : { kind: 'pending', detail: `${accepted}, but the task could not be read back: ${why}` };
    case 'lost': {
      const now = isGone ? 'The task is gone now.' : `The task could not be read: ${why}`;
      return { kind: 'unknown', detail: `${ending.cause} ${now}` };
    }
    case 'denied': {
      const { reason } = ending;
      if (!isGone) return outcomeOfUnsent(expectation, reason);
      return {
        kind: 'notApplied',
        expected: expectedWords(expectation),
        actual: noSuchTask,
        reason,
      };
    }
  }
}

/** Why the outcome is open. */
function detailOf(expectation: Expectation, ending: Ending, { after, comparison }: Shown): string {
  const { kind } = comparison;
  const shown = shownWords(expectation, after);
  switch (ending.answered) {
    case 'lost':
      return `${ending.cause} The task ${kind === 'notYet' ? 'still shows' : 'shows'} ${shown}.`;
    case 'denied':
      return `${sentence(ending.reason)} ${shownThough}`;
    case 'accepted':
      if (kind === 'doubtful' || kind === 'contradicted') {
        return `${accepted}, and the task shows ${shown}: ${byOthers}.`;
      }
      return isRestLeft(expectation, after)
        ? `${accepted}, and reading the task does not show ${unseenFields(expectation).join(', ')}.`
        : `${accepted}, and the task does not show it yet.`;
  }
}

/** The task shows all that it can show, and the update holds more. */
function isRestLeft(expectation: Expectation, after: Snapshot): boolean {
  return unseenFields(expectation).length > 0 && mismatches(expectation, after).length === 0;
}
