import type { JournalEntry, Outcome, Snapshot } from '../../domain/outcome.ts';
import { expectationOf, expectedWords, mismatches, unseenFields } from './expectation.ts';
import type { Expectation } from './expectation.ts';
import { sentence } from '../sentence.ts';
import { showedBefore } from './comparison.ts';
import type { Observation } from './verify.ts';

// An engine that may take longer than this to show an update is eventually consistent.
const eventualMs = 2_000;

type NotApplied = Extract<Outcome, { kind: 'notApplied' }>;

/** The outcome after the server took the update. */
export function outcomeOfAccepted(
  expectation: Expectation,
  observation: Observation,
  visibleWithinMs: number,
): Outcome {
  if (observation.kind === 'gone') {
    const detail = 'The server accepted the update, and the task is gone: it cannot be read back.';
    return { kind: 'unknown', detail };
  }
  if (observation.kind === 'unreadable') {
    const why = sentence(observation.error);
    const detail = `The server accepted the update, but the task could not be read back: ${why}`;
    return { kind: 'pending', detail };
  }
  const { after, comparison } = observation;
  if (comparison.kind === 'applied') return { kind: 'confirmed', after, notes: comparison.notes };
  if (comparison.kind === 'contradicted') {
    const reason = 'The server accepted the update, and the task shows something else.';
    return notApplied(expectation, after, reason);
  }
  if (visibleWithinMs > eventualMs || showedBefore(expectation)) {
    return { kind: 'pending', after, detail: pendingDetail(expectation, after) };
  }
  const reason = 'The server accepted the update, and the task is as it was before.';
  return notApplied(expectation, after, reason);
}

/** The outcome after a lost answer. It is confirmed only when the task shows the update. */
export function outcomeOfLost(cause: string, observation: Observation): Outcome {
  if (observation.kind === 'gone') {
    const detail = `${cause} The task is gone now; the update was not sent again.`;
    return { kind: 'unknown', detail };
  }
  if (observation.kind === 'unreadable') {
    const why = sentence(observation.error);
    const detail = `${cause} The update was not sent again, and the task could not be read: ${why}`;
    return { kind: 'unknown', detail };
  }
  const { after, comparison } = observation;
  if (comparison.kind === 'applied') return { kind: 'confirmed', after, notes: comparison.notes };
  const shows = comparison.kind === 'notYet' ? 'still shows' : 'shows';
  const detail = `${cause} The task ${shows} ${after.status}; the update was not sent again.`;
  return { kind: 'unknown', after, detail };
}

/** The outcome after the server did nothing. `reason` is its own sentence. */
export function outcomeOfDenied(
  expectation: Expectation,
  observation: Observation | undefined,
  reason: string,
): NotApplied {
  if (observation?.kind === 'gone') {
    return { kind: 'notApplied', expected: expectedWords(expectation), actual: noSuchTask, reason };
  }
  if (observation?.kind !== 'shown') {
    return {
      kind: 'notApplied',
      expected: expectedWords(expectation),
      actual: expectation.before.status,
      reason,
    };
  }
  const looksRight =
    mismatches(expectation, observation.after).length === 0 && !showedBefore(expectation);
  const byOthers = ' The task shows it all the same: somebody else did it.';
  return notApplied(expectation, observation.after, looksRight ? reason + byOthers : reason);
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
 * Why the update is pending. If the task shows everything that it can show, reading again proves no
 * more.
 */
export function pendingDetail(expectation: Expectation, after: Snapshot): string {
  const unseen = unseenFields(expectation);
  if (unseen.length === 0 || mismatches(expectation, after).length > 0) return pendingText;
  return `The server accepted the update, and reading the task never shows ${unseen.join(', ')}.`;
}

/**
 * True when the server took the update and reading can prove no more. Its draft is no longer
 * needed: keeping it would invite the person to send it twice.
 */
export function isDelivered(entry: JournalEntry): boolean {
  const { outcome } = entry;
  if (outcome?.kind === 'confirmed') return true;
  if (outcome?.kind !== 'pending' || outcome.after === undefined) return false;
  const expectation = expectationOf(entry);
  return (
    unseenFields(expectation).length > 0 && mismatches(expectation, outcome.after).length === 0
  );
}

const noSuchTask = 'no such task';
const pendingText = 'The server accepted the update, and the task does not show it yet.';

function notApplied(expectation: Expectation, after: Snapshot, reason: string): NotApplied {
  const wrong = mismatches(expectation, after);
  const status = wrong.find((mismatch) => mismatch.what === 'status');
  // A wrong status is enough. Otherwise the status stands in front of the other differences.
  const rest = status === undefined ? wrong : [];
  const words = (side: 'expected' | 'actual') =>
    rest.map((mismatch) => mismatch[side]).join(' and ');
  const withRest = (side: 'expected' | 'actual') =>
    rest.length === 0 ? after.status : `${after.status} with ${words(side)}`;
  return {
    kind: 'notApplied',
    expected: status?.expected ?? withRest('expected'),
    actual: status?.actual ?? withRest('actual'),
    reason,
    after,
  };
}
