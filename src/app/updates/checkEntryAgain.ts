import { EngineError } from '../../domain/engineError.ts';
import { isOpenOutcome } from '../../domain/outcome.ts';
import { compare } from '../verify/comparison.ts';
import { expectationOf } from '../verify/expectation.ts';
import { outcomeOf } from '../verify/outcomes.ts';
import type { Ending } from '../verify/outcomes.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import type { UpdateParts } from './updateParts.ts';
import { isSettled } from '../journal/settledEntry.ts';
import { recoverEntry, readLater, writeOutcome } from './recoverEntry.ts';

/**
 * Reads the task of an update again. A settled outcome stays. A pending or unknown one becomes
 * confirmed once the task shows the update. Throws EngineError when the task cannot be
 * read.
 */
export async function checkEntryAgain(
  parts: UpdateParts,
  entryId: string,
  signal: AbortSignal,
): Promise<SettledEntry> {
  const found = await parts.journal.read(entryId);
  const entry =
    found === undefined || isSettled(found) ? found : await recoverEntry(parts, found, signal);
  if (entry === undefined) {
    const message = 'The journal holds this update no more.';
    throw new EngineError('notFound', message, { nothingApplied: true });
  }
  const { outcome } = entry;
  if (!isOpenOutcome(outcome) || entry !== found) return entry;

  const { engine } = await parts.connected(entry.ref.connection);
  const withinMs = engine.visibleWithinMs;
  // Pending means that the server took it.
  const ending: Ending =
    outcome.kind === 'pending'
      ? { answered: 'accepted' }
      : { answered: 'lost', cause: 'The task was read again.' };
  const { answered } = ending;
  const observation = await readLater(parts, entry, { engine, withinMs, signal, answered });
  if (observation.kind === 'unreadable') throw observation.error;
  if (wasNoProof(entry) && observation.kind === 'shown') return entry;
  const again = outcomeOf(expectationOf(entry), ending, observation);
  return writeOutcome(parts, { ...entry, outcome: again });
}

/** The task showed the update already, and that was no proof: the server had refused it. */
function wasNoProof(entry: SettledEntry): boolean {
  const { kind, after } = entry.outcome;
  if (kind !== 'unknown' || after === undefined) return false;
  return compare(expectationOf(entry), { answered: 'lost' }, after).kind === 'applied';
}
