import { EngineError } from '../../domain/engineError.ts';
import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import { claimOf } from './claim.ts';
import { inFlightMs } from './inFlight.ts';
import { outcomeOfLost, pendingDetail } from './outcomes.ts';
import { sentence } from './sentence.ts';
import { dropDelivered } from './submit.ts';
import type { SettledEntry } from './submission.ts';
import type { UpdatesContext } from './updatesContext.ts';
import { verify } from './verify.ts';
import type { Reading } from './verify.ts';

const closed = 'The window was closed or reloaded while this was on its way.';

/**
 * Settles an entry that an earlier run, or another window, left in flight: by reading only. A
 * young entry is watched until no window can be sending it any more. Undefined when the entry
 * is gone; throws only an AbortError.
 */
export async function settleEntry(
  context: UpdatesContext,
  entry: JournalEntry,
  signal: AbortSignal,
): Promise<SettledEntry | undefined> {
  const { clock } = context;
  const age = clock.now() - entry.startedAt;
  // A clock that was set back must not make anybody wait for longer than that.
  const youngForMs = Math.min(Math.max(inFlightMs - age, 0), inFlightMs);
  const outcome = await outcomeByReading(context, entry, youngForMs, signal);
  const current = await context.journal.read(entry.id);
  if (current === undefined || isSettled(current)) return current;
  return write(context, { ...current, outcome });
}

async function outcomeByReading(
  context: UpdatesContext,
  entry: JournalEntry,
  youngForMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const connected = await connectedOrError(context, entry);
  if ('error' in connected) {
    await context.clock.wait(youngForMs, signal);
    return outcomeOfLost(closed, { kind: 'unreadable', error: connected.error });
  }
  const { engine } = connected;
  const withinMs = Math.max(youngForMs, engine.visibleWithinMs);
  return outcomeOfLost(closed, await readLater(context, entry, { engine, withinMs, signal }));
}

async function connectedOrError(context: UpdatesContext, entry: JournalEntry) {
  try {
    return await context.connected(entry.ref.connection);
  } catch (error) {
    return { error };
  }
}

type Look = Pick<Parameters<typeof verify>[0], 'engine' | 'withinMs' | 'signal'>;

function readLater(context: UpdatesContext, entry: JournalEntry, look: Look): Promise<Reading> {
  const { clock } = context;
  return verify({ ...look, clock, ref: entry.ref, claim: claimOf(entry), answered: 'lost' });
}

/**
 * Reads the task of an update again. What is confirmed or not applied stays so; what is pending
 * or unknown is confirmed by the evidence. Throws EngineError when the task cannot be read.
 */
export async function checkAgain(
  context: UpdatesContext,
  entryId: string,
  signal: AbortSignal,
): Promise<SettledEntry> {
  const found = await context.journal.read(entryId);
  const entry =
    found === undefined || isSettled(found) ? found : await settleEntry(context, found, signal);
  if (entry === undefined) {
    const message = 'The journal holds this update no more.';
    throw new EngineError('notFound', message, { nothingApplied: true });
  }
  const { outcome } = entry;
  if (outcome.kind === 'confirmed' || outcome.kind === 'notApplied' || entry !== found)
    return entry;

  const { engine } = await context.connected(entry.ref.connection);
  const withinMs = engine.visibleWithinMs;
  const reading = await readLater(context, entry, { engine, withinMs, signal });
  if (reading.kind === 'unreadable') throw reading.error;
  return write(context, { ...entry, outcome: outcomeAgain({ ...entry, outcome }, reading) });
}

function outcomeAgain(entry: SettledEntry, reading: Reading): Outcome {
  const isStill = reading.kind === 'shown' && reading.verdict.kind === 'notYet';
  if (entry.outcome.kind === 'pending' && isStill) {
    const { after } = reading;
    return { kind: 'pending', after, detail: pendingDetail(claimOf(entry), after) };
  }
  return outcomeOfLost('The task was read again.', reading);
}

export function isSettled(entry: JournalEntry): entry is SettledEntry {
  return entry.outcome !== undefined;
}

async function write(context: UpdatesContext, entry: SettledEntry): Promise<SettledEntry> {
  try {
    await context.journal.write(entry);
  } catch (error) {
    context.log.error(`The journal could not be written: ${sentence(error)}`);
  }
  await dropDelivered(context, entry);
  return entry;
}
