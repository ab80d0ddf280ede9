import pLimit from 'p-limit';
import type { Engine } from '../../domain/engine.ts';
import { isAbort } from '../../domain/engineError.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { nextOwnUpdate } from '../journal/nextOwnUpdate.ts';
import type { SettledEntry } from '../journal/settledEntry.ts';
import type { Listen } from '../ports.ts';
import { sentence } from '../sentence.ts';
import { isOvertaken } from '../verify/isOvertaken.ts';
import { expectationOf } from '../verify/expectation.ts';
import { overtaken } from '../verify/outcomes.ts';
import { writeOutcome } from './recoverEntry.ts';
import type { UpdateParts } from './updateParts.ts';

export interface LaterLooks {
  /** Resolves when each update that was confirmed so far was looked at again, where that is needed. */
  lookedAgain(): Promise<void>;
  /** Ends all waits. */
  dispose(): void;
}

// Reads at the same time. After many updates they go along with the sending, and behind it.
const atOnce = 4;

/**
 * Reads the task of each confirmed update once more where a request of somebody else that arrived at
 * the same moment may have overwritten it. The person was told "confirmed" at once; an overtaken
 * update is written down and announced anew.
 */
export function lookAgainLater(
  parts: UpdateParts,
  onDidSettle: Listen<[SettledEntry]>,
): LaterLooks {
  const stop = new AbortController();
  const limit = pLimit(atOnce);
  const looks = new Set<Promise<void>>();

  async function findOvertaking(entry: SettledEntry): Promise<Snapshot | undefined> {
    const { engine } = await parts.connected(entry.ref.connection);
    if (engine.unsettledForMs === undefined) return undefined;
    let found: Snapshot | undefined;
    // One reading alone may come from a copy that lags behind.
    for (let readings = 0; readings < 2; readings++) {
      await parts.clock.wait(engine.unsettledForMs, stop.signal);
      found = await limit(() => readOvertaken(engine, entry, stop.signal));
      if (found === undefined) return undefined;
    }
    // One's own next update is no somebody else.
    return (await nextOwnUpdate(parts.journal, entry)) === undefined ? found : undefined;
  }

  async function look(entry: SettledEntry): Promise<void> {
    try {
      const now = await findOvertaking(entry);
      if (now === undefined) return;
      const outcome = overtaken(expectationOf(entry), now, 'The task showed the update');
      await writeOutcome(parts, { ...entry, outcome });
    } catch (error) {
      if (!isAbort(error)) parts.log.debug(`Not looked at again: ${sentence(error)}`);
    }
  }

  const stopListening = onDidSettle((entry) => {
    if (!mayBeOverwritten(entry)) return;
    const running = look(entry).finally(() => looks.delete(running));
    looks.add(running);
  });
  return {
    lookedAgain: async () => void (await Promise.all(looks)),
    dispose: () => {
      stopListening();
      stop.abort();
    },
  };
}

/** Saving a field alone is not worth another request. */
function mayBeOverwritten({ outcome, endsTask, update }: SettledEntry): boolean {
  if (outcome.kind !== 'confirmed') return false;
  return endsTask === true || update.status !== undefined || update.output !== undefined;
}

/** The task as it is now, where the update was overtaken; else undefined. */
async function readOvertaken(
  engine: Engine,
  entry: SettledEntry,
  signal: AbortSignal,
): Promise<Snapshot | undefined> {
  const task = await engine.readTask(entry.ref, signal);
  const { after } = entry.outcome;
  if (task === undefined || after === undefined) return undefined;
  const now = snapshotOf(task, entry.before);
  return isOvertaken(expectationOf(entry), after, now) ? now : undefined;
}
