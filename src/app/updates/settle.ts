import { EngineError } from '../../domain/engineError.ts';
import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import { claimOf } from './claim.ts';
import { inFlightMs } from './inFlight.ts';
import { outcomeOfLost, pendingText } from './outcomes.ts';
import { sentence } from './sentence.ts';
import { dropConfirmed } from './submit.ts';
import type { SettledEntry } from './submission.ts';
import type { UpdatesDeps } from './updatesDeps.ts';
import { verify } from './verify.ts';
import type { Reading } from './verify.ts';

const closed = 'The window was closed or reloaded while this was on its way.';

/**
 * Settles an entry that an earlier run, or another window, left in flight: by reading only. A
 * young entry is watched until no window can be sending it any more. Undefined when the entry
 * is gone; throws only an AbortError.
 */
export async function settleEntry(
  deps: UpdatesDeps,
  entry: JournalEntry,
  signal: AbortSignal,
): Promise<SettledEntry | undefined> {
  const { clock } = deps;
  const age = clock.now() - entry.startedAt;
  // A clock that was set back must not make anybody wait for longer than that.
  const youngForMs = Math.min(Math.max(inFlightMs - age, 0), inFlightMs);
  const outcome = await outcomeByReading(deps, entry, youngForMs, signal);
  const current = await deps.journal.read(entry.id);
  if (current === undefined || isSettled(current)) return current;
  return write(deps, { ...current, outcome });
}

async function outcomeByReading(
  deps: UpdatesDeps,
  entry: JournalEntry,
  youngForMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const connected = await connectedOrError(deps, entry);
  if ('error' in connected) {
    await deps.clock.wait(youngForMs, signal);
    return outcomeOfLost(closed, { kind: 'unreadable', error: connected.error });
  }
  const { engine } = connected;
  const withinMs = Math.max(youngForMs, engine.visibleWithinMs);
  return outcomeOfLost(closed, await readLater(deps, entry, { engine, withinMs, signal }));
}

async function connectedOrError(deps: UpdatesDeps, entry: JournalEntry) {
  try {
    return await deps.connected(entry.ref.connection);
  } catch (error) {
    return { error };
  }
}

type Look = Pick<Parameters<typeof verify>[0], 'engine' | 'withinMs' | 'signal'>;

function readLater(deps: UpdatesDeps, entry: JournalEntry, look: Look): Promise<Reading> {
  const { clock } = deps;
  return verify({ ...look, clock, ref: entry.ref, claim: claimOf(entry), answered: 'lost' });
}

/**
 * Reads the task of an update again. What is confirmed or not applied stays so; what is pending
 * or unknown is confirmed by the evidence. Throws EngineError when the task cannot be read.
 */
export async function checkAgain(
  deps: UpdatesDeps,
  entryId: string,
  signal: AbortSignal,
): Promise<SettledEntry> {
  const found = await deps.journal.read(entryId);
  const entry =
    found === undefined || isSettled(found) ? found : await settleEntry(deps, found, signal);
  if (entry === undefined) {
    const message = 'The journal holds this update no more.';
    throw new EngineError('notFound', message, { nothingApplied: true });
  }
  const { outcome } = entry;
  if (outcome.kind === 'confirmed' || outcome.kind === 'notApplied' || entry !== found)
    return entry;

  const { engine } = await deps.connected(entry.ref.connection);
  const withinMs = engine.visibleWithinMs;
  const reading = await readLater(deps, entry, { engine, withinMs, signal });
  if (reading.kind === 'unreadable') throw reading.error;
  return write(deps, { ...entry, outcome: outcomeAgain(outcome, reading) });
}

function outcomeAgain(previous: Outcome, reading: Reading): Outcome {
  const isStill = reading.kind === 'shown' && reading.verdict.kind === 'notYet';
  if (previous.kind === 'pending' && isStill) {
    return { kind: 'pending', after: reading.after, detail: pendingText };
  }
  return outcomeOfLost('The task was read again.', reading);
}

export function isSettled(entry: JournalEntry): entry is SettledEntry {
  return entry.outcome !== undefined;
}

async function write(deps: UpdatesDeps, entry: SettledEntry): Promise<SettledEntry> {
  try {
    await deps.journal.write(entry);
  } catch (error) {
    deps.log.error(`The journal could not be written: ${sentence(error)}`);
  }
  await dropConfirmed(deps, entry);
  return entry;
}
