import { snapshotOf } from '../../domain/outcome.ts';
import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import { claimOf } from './claim.ts';
import { outcomeOfAccepted, outcomeOfDenied, outcomeOfLost } from './outcomes.ts';
import type { Target } from './prepare.ts';
import { send } from './send.ts';
import type { Sent } from './send.ts';
import { sentence } from './sentence.ts';
import type { Phase, SettledEntry, SubmitRequest } from './submission.ts';
import type { UpdatesDeps } from './updatesDeps.ts';
import { verify } from './verify.ts';
import type { Answered } from './verdict.ts';

export interface Delivery {
  readonly entry: SettledEntry;
  readonly cancelled: boolean;
}

/**
 * Sends and verifies. `entry` stands in the journal already. Nothing is thrown from here on: the
 * request may have left, and what is known must reach the journal.
 */
export async function deliver(
  deps: UpdatesDeps,
  request: SubmitRequest,
  target: Target,
  standing: { readonly entry: JournalEntry; readonly setPhase: (phase: Phase) => void },
): Promise<Delivery> {
  const { clock } = deps;
  const { engine, task } = target;
  let entry = standing.entry;
  const sentAt = clock.now();
  standing.setPhase('sending');
  const sent = await send({
    engine,
    clock,
    task,
    update: entry.update,
    signal: request.signal,
    async record(attempt) {
      entry = { ...entry, tries: [...entry.tries, attempt] };
      await writeSafely(deps, entry);
    },
  });
  const onRead = () => standing.setPhase('verifying');
  const outcome = await settleSent({ ...deps, onRead }, target, entry, sent);
  const settled = { ...entry, outcome, durationMs: clock.now() - sentAt };
  await writeSafely(deps, settled);
  return { entry: settled, cancelled: sent.kind === 'cancelled' };
}

async function settleSent(
  { clock, onRead }: Pick<UpdatesDeps, 'clock'> & { readonly onRead: () => void },
  { engine }: Target,
  entry: JournalEntry,
  sent: Sent,
): Promise<Outcome> {
  const claim = claimOf(entry);
  const { visibleWithinMs } = engine;
  const read = (answered: Answered, withinMs: number) => {
    onRead();
    const { signal } = new AbortController();
    return verify({ engine, clock, ref: entry.ref, claim, answered, withinMs, signal });
  };
  if (sent.kind === 'accepted') {
    return outcomeOfAccepted(claim, await read('accepted', visibleWithinMs), visibleWithinMs);
  }
  if (sent.kind === 'lost') {
    const withinMs = Math.max(visibleWithinMs, shortestLostMs);
    return outcomeOfLost(`The answer was lost: ${sent.cause}`, await read('lost', withinMs));
  }
  if (sent.kind === 'denied') return outcomeOfDenied(claim, await read('denied', 0), sent.reason);
  if (sent.kind === 'unreached') return outcomeOfDenied(claim, undefined, sent.reason);
  const reason =
    entry.tries.length === 0
      ? 'Cancelled before it was sent.'
      : 'Cancelled before the next try; none of the tries reached the task.';
  return outcomeOfDenied(claim, undefined, reason);
}

// A request whose answer was lost may still be at work in the server, and the server may just be
// restarting: reading goes on for longer than for an answer that came.
const shortestLostMs = 5_000;

/** The journal entry of an update that is about to be sent. */
export function entryFor(deps: UpdatesDeps, request: SubmitRequest, target: Target): JournalEntry {
  const { task, connection, engine } = target;
  const startedAt = deps.clock.now();
  return {
    // Epoch milliseconds have 13 digits until the year 2286: the ids sort by time.
    id: `${String(startedAt).padStart(13, '0')}-${deps.newId()}`,
    ref: task.ref,
    connectionName: connection.name,
    taskName: task.name,
    update: request.update,
    before: snapshotOf(task),
    expected: engine.expects(task, request.update),
    startedAt,
    tries: [],
  };
}

/** After the request left, a full disk must not hide what became of it. */
export async function writeSafely(deps: UpdatesDeps, entry: JournalEntry): Promise<void> {
  try {
    await deps.journal.write(entry);
  } catch (error) {
    deps.log.error(`The journal could not be written: ${sentence(error)}`);
  }
}
