import { EngineError } from '../../domain/engineError.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { expectationOf } from '../verify/expectation.ts';
import { outcomeOfLost, pendingDetail } from '../verify/outcomes.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import type { UpdateParts } from './updateParts.ts';
import type { Observation } from '../verify/verify.ts';
import { isSettled } from '../journal/settledEntry.ts';
import { recoverEntry, readLater, writeOutcome } from './recoverEntry.ts';

/**
 * Reads the task of an update again. A confirmed or not applied outcome stays. A pending or unknown
 * one becomes confirmed once the task shows the update. Throws EngineError when the task cannot be
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
  if (outcome.kind === 'confirmed' || outcome.kind === 'notApplied' || entry !== found)
    return entry;

  const { engine } = await parts.connected(entry.ref.connection);
  const withinMs = engine.visibleWithinMs;
  const observation = await readLater(parts, entry, { engine, withinMs, signal });
  if (observation.kind === 'unreadable') throw observation.error;
  return writeOutcome(parts, {
    ...entry,
    outcome: outcomeAgain({ ...entry, outcome }, observation),
  });
}

function outcomeAgain(entry: SettledEntry, observation: Observation): Outcome {
  const isStill = observation.kind === 'shown' && observation.comparison.kind === 'notYet';
  if (entry.outcome.kind === 'pending' && isStill) {
    const { after } = observation;
    return { kind: 'pending', after, detail: pendingDetail(expectationOf(entry), after) };
  }
  return outcomeOfLost('The task was read again.', observation);
}
