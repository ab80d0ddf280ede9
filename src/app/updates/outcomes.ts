import type { JournalEntry, Outcome, Snapshot } from '../../domain/outcome.ts';
import { claimOf, expectedStatus, mismatches, unseenFields } from './claim.ts';
import type { Claim } from './claim.ts';
import { sentence } from './sentence.ts';
import { showedBefore } from './verdict.ts';
import type { Reading } from './verify.ts';

// An engine that may take longer than this to show an update is eventually consistent.
const eventualMs = 2_000;

type NotApplied = Extract<Outcome, { kind: 'notApplied' }>;

/** The server took the update: what the reading makes of it. */
export function outcomeOfAccepted(
  claim: Claim,
  reading: Reading,
  visibleWithinMs: number,
): Outcome {
  if (reading.kind === 'gone') {
    const detail = 'The server accepted the update, and the task is gone: it cannot be read back.';
    return { kind: 'unknown', detail };
  }
  if (reading.kind === 'unreadable') {
    const why = sentence(reading.error);
    const detail = `The server accepted the update, but the task could not be read back: ${why}`;
    return { kind: 'pending', detail };
  }
  const { after, verdict } = reading;
  if (verdict.kind === 'applied') return { kind: 'confirmed', after, notes: verdict.notes };
  if (verdict.kind === 'contradicted') {
    const reason = 'The server accepted the update, and the task shows something else.';
    return notApplied(claim, after, reason);
  }
  if (visibleWithinMs > eventualMs || showedBefore(claim)) {
    return { kind: 'pending', after, detail: pendingDetail(claim, after) };
  }
  const reason = 'The server accepted the update, and the task is as it was before.';
  return notApplied(claim, after, reason);
}

/** The answer was lost: only a reading that shows the update settles it. */
export function outcomeOfLost(cause: string, reading: Reading): Outcome {
  if (reading.kind === 'gone') {
    const detail = `${cause} The task is gone now; the update was not sent again.`;
    return { kind: 'unknown', detail };
  }
  if (reading.kind === 'unreadable') {
    const why = sentence(reading.error);
    const detail = `${cause} The update was not sent again, and the task could not be read: ${why}`;
    return { kind: 'unknown', detail };
  }
  const { after, verdict } = reading;
  if (verdict.kind === 'applied') return { kind: 'confirmed', after, notes: verdict.notes };
  const shows = verdict.kind === 'notYet' ? 'still shows' : 'shows';
  const detail = `${cause} The task ${shows} ${after.status}; the update was not sent again.`;
  return { kind: 'unknown', after, detail };
}

/** The server said that it did nothing; `reason` is its own sentence. */
export function outcomeOfDenied(
  claim: Claim,
  reading: Reading | undefined,
  reason: string,
): NotApplied {
  if (reading?.kind === 'gone') {
    return { kind: 'notApplied', expected: expectedStatus(claim), actual: noSuchTask, reason };
  }
  if (reading?.kind !== 'shown') {
    return {
      kind: 'notApplied',
      expected: expectedStatus(claim),
      actual: claim.before.status,
      reason,
    };
  }
  const looksRight = mismatches(claim, reading.after).length === 0 && !showedBefore(claim);
  const byOthers = ' The task shows it all the same: somebody else did it.';
  return notApplied(claim, reading.after, looksRight ? reason + byOthers : reason);
}

/** The task was over, or gone (`now` is undefined), before anything was sent. */
export function outcomeOfTooLate(claim: Claim, now: Snapshot | undefined): Outcome {
  const expected = expectedStatus(claim);
  if (now === undefined) {
    const reason = 'The engine knows no such task any more: nothing was sent.';
    return { kind: 'notApplied', expected, actual: noSuchTask, reason };
  }
  const reason = `The task was ${now.status} already: nothing was sent.`;
  const isSame = claim.expected.some((expectation) => expectation.status === now.status);
  const actual = isSame ? `${now.status} already` : now.status;
  return { kind: 'notApplied', expected, actual, reason, after: now };
}

/** Why it is pending. Where the task shows all that it can show, reading again proves no more. */
export function pendingDetail(claim: Claim, after: Snapshot): string {
  const unseen = unseenFields(claim);
  if (unseen.length === 0 || mismatches(claim, after).length > 0) return pendingText;
  return `The server accepted the update, and reading the task never shows ${unseen.join(', ')}.`;
}

/**
 * Is there nothing left that reading could prove? Then the server took the update, and what was
 * typed for it has done its work: a draft that stayed would only invite to send it twice.
 */
export function isDelivered(entry: JournalEntry): boolean {
  const { outcome } = entry;
  if (outcome?.kind === 'confirmed') return true;
  if (outcome?.kind !== 'pending' || outcome.after === undefined) return false;
  const claim = claimOf(entry);
  return unseenFields(claim).length > 0 && mismatches(claim, outcome.after).length === 0;
}

const noSuchTask = 'no such task';
const pendingText = 'The server accepted the update, and the task does not show it yet.';

function notApplied(claim: Claim, after: Snapshot, reason: string): NotApplied {
  const wrong = mismatches(claim, after);
  const status = wrong.find((mismatch) => mismatch.what === 'status');
  // A wrong status says it all; else the status stands before what is wrong about the rest.
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
