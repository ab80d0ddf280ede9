import { createChangeEvent } from '../changeEvent.ts';
import { lazy } from '../lazy.ts';
import type { Listen } from '../ports.ts';
import type { Journal } from './journal.ts';
import { withNewest } from './sentUpdate.ts';
import type { SentUpdate } from './sentUpdate.ts';

/** What was sent last, for each task definition: kept at hand, since every row asks for it. */
export interface LastSent {
  /** Newest first; empty until `load` has read the journal. */
  list(): readonly SentUpdate[];
  /** Reads the journal, once; where that failed, once more. */
  load(): Promise<void>;
  forget(): void;
  readonly onDidChange: Listen;
  dispose(): void;
}

// Definitions that are remembered, and entries that are read for them after a start.
const mostDefinitions = 50;
const readAtStart = 100;

/** What other windows send meanwhile does not count: nothing but what is shown is repeated. */
export function createLastSent(journal: Pick<Journal, 'list' | 'onDidWrite'>): LastSent {
  const changes = createChangeEvent();
  let sent: readonly SentUpdate[] = [];

  const stopListening = journal.onDidWrite((entry) => {
    const next = withNewest(sent, entry, mostDefinitions);
    if (next === sent) return;
    sent = next;
    changes.fire();
  });

  async function read(): Promise<void> {
    const newestFirst = await journal.list(readAtStart);
    const atStart = newestFirst
      .toReversed()
      .reduce<readonly SentUpdate[]>(
        (before, entry) => withNewest(before, entry, mostDefinitions),
        [],
      );
    // What was sent while the journal was read is newer than all of it.
    const known = new Set(sent.map((one) => one.definition));
    const older = atStart.filter((one) => !known.has(one.definition));
    sent = [...sent, ...older].slice(0, mostDefinitions);
    if (older.length > 0) changes.fire();
  }

  return {
    list: () => sent,
    load: lazy(read).get,
    forget: () => {
      sent = [];
      changes.fire();
    },
    onDidChange: changes.listen,
    dispose: stopListening,
  };
}
