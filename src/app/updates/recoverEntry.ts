import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import { expectationOf } from '../verify/expectation.ts';
import { inFlightMs } from '../journal/inFlightMs.ts';
import { outcomeOfLost } from '../verify/outcomes.ts';
import { writeSafely } from './sendAndVerify.ts';
import { dropDelivered } from './submit.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import type { UpdatesContext } from './updatesContext.ts';
import { verify } from '../verify/verify.ts';
import type { Observation } from '../verify/verify.ts';
import { isSettled } from '../journal/settledEntry.ts';

const closed = 'The window was closed or reloaded while this was on its way.';

/**
 * Finds the outcome of an entry that an earlier run or another window left in flight. It only
 * reads. A young entry is watched until no window can be sending it any more. Returns undefined
 * when the entry is gone. Throws only an AbortError.
 */
export async function recoverEntry(
  context: UpdatesContext,
  entry: JournalEntry,
  signal: AbortSignal,
): Promise<SettledEntry | undefined> {
  const { clock } = context;
  const age = clock.now() - entry.startedAt;
  // A clock that was set back must not prolong the wait.
  const youngForMs = Math.min(Math.max(inFlightMs - age, 0), inFlightMs);
  const outcome = await outcomeByReading(context, entry, youngForMs, signal);
  const current = await context.journal.read(entry.id);
  if (current === undefined || isSettled(current)) return current;
  return writeOutcome(context, { ...current, outcome });
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

async function connectedOrError(
  { connected }: Pick<UpdatesContext, 'connected'>,
  entry: JournalEntry,
) {
  try {
    return await connected(entry.ref.connection);
  } catch (error) {
    return { error };
  }
}

type Look = Pick<Parameters<typeof verify>[0], 'engine' | 'withinMs' | 'signal'>;

export function readLater(
  { clock }: Pick<UpdatesContext, 'clock'>,
  entry: JournalEntry,
  look: Look,
): Promise<Observation> {
  return verify({
    ...look,
    clock,
    ref: entry.ref,
    expectation: expectationOf(entry),
    answered: 'lost',
  });
}

/** Writes a new outcome and announces it; a failure to write is only logged. */
export async function writeOutcome(
  context: Pick<UpdatesContext, 'journal' | 'drafts' | 'log' | 'announce'>,
  entry: SettledEntry,
): Promise<SettledEntry> {
  await writeSafely(context, entry);
  await dropDelivered(context, entry);
  context.announce(entry);
  return entry;
}
