import type { Answer } from '../../domain/engine.ts';
import { namesOf } from '../../domain/namesOf.ts';
import { definitionOf } from '../../domain/task.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import { isOpenOutcome } from '../../domain/outcome.ts';
import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import { optionOf } from '../../domain/taskUpdate.ts';
import { callListener } from '../changeEvent.ts';
import { expectationOf, mismatches } from '../verify/expectation.ts';
import type { Expectation } from '../verify/expectation.ts';
import { outcomeOf, outcomeOfUnsent } from '../verify/outcomes.ts';
import type { Ending } from '../verify/outcomes.ts';
import type { Target } from './prepare.ts';
import { send } from './send.ts';
import type { Sent } from './send.ts';
import { sentence } from '../sentence.ts';
import type { Phase, SubmitRequest } from './submitRequest.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import type { UpdateParts } from './updateParts.ts';
import { verify } from '../verify/verify.ts';

export interface Delivery {
  readonly entry: SettledEntry;
  readonly cancelled: boolean;
}

/**
 * Sends and verifies. The journal holds `entry` already. Nothing is thrown from here on: the
 * request may have left, and its outcome must reach the journal.
 */
export async function sendAndVerify(
  parts: Pick<UpdateParts, 'clock' | 'journal' | 'log'>,
  request: SubmitRequest,
  target: Target,
  standing: { readonly entry: JournalEntry; readonly setPhase: (phase: Phase) => void },
): Promise<Delivery> {
  const { clock } = parts;
  const { engine, task } = target;
  let entry = standing.entry;
  let recorded = Promise.resolve();
  const sentAt = clock.now();
  standing.setPhase('sending');
  const sent = await send({
    engine,
    clock,
    task,
    update: entry.update,
    signal: request.signal,
    onThrottled: (retryAfterMs) => callListener(() => request.onThrottled?.(retryAfterMs)),
    record(attempt) {
      const next = { ...entry, tries: [...entry.tries, attempt] };
      entry = next;
      // Written in order but not awaited: reading the task begins meanwhile.
      recorded = recorded.then(() => writeSafely(parts, next));
    },
  });
  const onRead = () => standing.setPhase('verifying');
  const outcome = await outcomeAfter({ ...parts, onRead }, target, entry, sent);
  const durationMs = clock.now() - sentAt;
  await recorded;
  const settled = { ...entry, outcome: await provenOutcome(parts, entry.id, outcome), durationMs };
  await writeSafely(parts, settled);
  // A refused try that shows all the same is no cancelled update.
  const cancelled = sent.kind === 'cancelled' && outcome.kind === 'notApplied';
  return { entry: settled, cancelled };
}

/**
 * Another window that recovered the entry meanwhile may have seen the update. That is proof, and an
 * outcome that is still open must not take its place.
 */
async function provenOutcome(
  { journal, log }: Pick<UpdateParts, 'journal' | 'log'>,
  id: string,
  own: Outcome,
): Promise<Outcome> {
  if (!isOpenOutcome(own)) return own;
  try {
    const found = (await journal.read(id))?.outcome;
    return found === undefined || isOpenOutcome(found) ? own : found;
  } catch (error) {
    log.warn(`The journal could not be read before the outcome was written: ${sentence(error)}`);
    return own;
  }
}

async function outcomeAfter(
  { clock, onRead }: Pick<UpdateParts, 'clock'> & { readonly onRead: () => void },
  { engine }: Target,
  entry: JournalEntry,
  sent: Sent,
): Promise<Outcome> {
  const expectation = expectationOf(entry);
  const { visibleWithinMs } = engine;
  const read = async (ending: Ending, withinMs: number) => {
    onRead();
    const { signal } = new AbortController();
    const look = { engine, clock, ref: entry.ref, sentAt: entry.startedAt, withinMs, signal };
    return outcomeOf(expectation, ending, await verify({ ...look, expectation, known: ending }));
  };
  switch (sent.kind) {
    case 'accepted':
      return read(acceptedEnding(expectation, sent.answer), visibleWithinMs);
    case 'lost': {
      const { cause } = sent;
      return read({ answered: 'lost', cause }, Math.max(visibleWithinMs, shortestLostMs));
    }
    case 'denied': {
      const outcome = await read({ answered: 'denied', reason: sent.reason }, 0);
      return sent.isConflict && outcome.kind === 'notApplied'
        ? { ...outcome, isConflict: true }
        : outcome;
    }
    case 'unreached':
      return outcomeOfUnsent(expectation, sent.reason);
    case 'cancelled': {
      if (sent.isRefused) return read({ answered: 'denied', reason: cancelledLater }, 0);
      const reason = entry.tries.length === 0 ? 'Cancelled before it was sent.' : cancelledLater;
      return outcomeOfUnsent(expectation, reason);
    }
  }
}

const cancelledLater = 'Cancelled before the next try; none of the tries reached the task.';

function acceptedEnding(expectation: Expectation, { shows, note }: Answer): Ending {
  return {
    answered: 'accepted',
    answerShows: shows !== undefined && mismatches(expectation, shows).length === 0,
    ...(note === undefined ? {} : { note }),
  };
}

// The server may still be working on a request whose answer was lost, or it may be restarting.
// Reading then continues for longer than after an answer.
const shortestLostMs = 5_000;

/** The journal entry of an update that is about to be sent. */
export function entryFor(
  { clock, ids }: Pick<UpdateParts, 'clock' | 'ids'>,
  request: SubmitRequest,
  target: Target,
): JournalEntry {
  const { task, connection, engine } = target;
  const startedAt = clock.now();
  const option = optionOf(task.options, request.update);
  return {
    id: ids.next(startedAt),
    ref: task.ref,
    connectionName: connection.name,
    ...namesOf(task),
    taskName: task.name,
    definition: definitionOf(task),
    update: request.update,
    ...(option?.endsTask === true ? { endsTask: true } : {}),
    before: snapshotOf(task),
    expected: engine.expects(task, request.update),
    startedAt,
    tries: [],
  };
}

/**
 * A full disk must not hide the outcome of a request that has left, so a failure is only logged.
 */
export async function writeSafely(
  { journal, log }: Pick<UpdateParts, 'journal' | 'log'>,
  entry: JournalEntry,
): Promise<void> {
  try {
    await journal.write(entry);
  } catch (error) {
    log.error(`The journal could not be written: ${sentence(error)}`);
  }
}
