import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import { compare } from '../verify/comparison.ts';
import type { Knowledge } from '../verify/evidence.ts';
import { expectationOf } from '../verify/expectation.ts';
import { nextOwnUpdate } from '../journal/nextOwnUpdate.ts';
import { inFlightMs } from '../journal/inFlightMs.ts';
import { outcomeOf } from '../verify/outcomes.ts';
import type { Ending } from '../verify/outcomes.ts';
import { writeSafely } from './sendAndVerify.ts';
import { dropDelivered } from './submit.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import type { UpdateParts } from './updateParts.ts';
import { verify } from '../verify/verify.ts';
import type { Observation } from '../verify/verify.ts';
import { isSettled } from '../journal/settledEntry.ts';

const closed: Ending = {
  answered: 'lost',
  cause: 'The window was closed or reloaded while this was on its way.',
};

/**
 * Finds the outcome of an entry that an earlier run or another window left in flight. It only
 * reads. A young entry is watched until no window can be sending it any more. Returns undefined
 * when the entry is gone. Throws only an AbortError.
 */
export async function recoverEntry(
  parts: UpdateParts,
  entry: JournalEntry,
  signal: AbortSignal,
): Promise<SettledEntry | undefined> {
  const { clock } = parts;
  const age = clock.now() - entry.startedAt;
  // A clock that was set back must not prolong the wait.
  const youngForMs = Math.min(Math.max(inFlightMs - age, 0), inFlightMs);
  const outcome = await outcomeByReading(parts, entry, youngForMs, signal);
  const current = await parts.journal.read(entry.id);
  if (current === undefined || isSettled(current)) return current;
  return writeOutcome(parts, { ...current, outcome });
}

async function outcomeByReading(
  parts: UpdateParts,
  entry: JournalEntry,
  youngForMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const expectation = expectationOf(entry);
  const connected = await connectedOrError(parts, entry);
  if ('error' in connected) {
    await parts.clock.wait(youngForMs, signal);
    return outcomeOf(expectation, closed, { kind: 'unreadable', error: connected.error });
  }
  const { engine } = connected;
  const withinMs = Math.max(youngForMs, engine.visibleWithinMs);
  const observation = await readLater(parts, entry, { engine, withinMs, signal, answered: 'lost' });
  return outcomeOf(expectation, closed, observation);
}

async function connectedOrError(
  { connected }: Pick<UpdateParts, 'connected'>,
  entry: JournalEntry,
) {
  try {
    return await connected(entry.ref.connection);
  } catch (error) {
    return { error };
  }
}

type Look = Pick<Parameters<typeof verify>[0], 'engine' | 'withinMs' | 'signal'>;

/**
 * Reads what became of an update that was sent earlier. After a later update of one's own the task
 * proves nothing about this one: what it showed just before that one counts.
 */
export async function readLater(
  { clock, journal }: Pick<UpdateParts, 'clock' | 'journal'>,
  entry: JournalEntry,
  { answered, ...look }: Look & Pick<Knowledge, 'answered'>,
): Promise<Observation> {
  const { ref, startedAt: sentAt } = entry;
  const expectation = expectationOf(entry);
  const known = { answered };
  let next = await nextOwnUpdate(journal, entry);
  if (next === undefined) {
    const observation = await verify({ ...look, clock, ref, sentAt, expectation, known });
    // It may have been sent while the task was read.
    next = await nextOwnUpdate(journal, entry);
    if (next === undefined) return observation;
  }
  const comparison = compare(expectation, known, next.before);
  if (comparison.kind !== 'applied') return { kind: 'superseded' };
  return { kind: 'shown', after: next.before, comparison };
}

/** Writes a new outcome and announces it; a failure to write is only logged. */
export async function writeOutcome(
  parts: Pick<UpdateParts, 'journal' | 'drafts' | 'log' | 'announce'>,
  entry: SettledEntry,
): Promise<SettledEntry> {
  await writeSafely(parts, entry);
  await dropDelivered(parts, entry);
  parts.announce(entry);
  return entry;
}
