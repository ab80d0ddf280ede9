import { createChangeEvent } from '../changeEvent.ts';
import { lazy } from '../lazy.ts';
import type { Listen } from '../ports.ts';
import type { Journal } from './journal.ts';
import { withNewest } from './sentUpdate.ts';
import type { SentUpdate } from './sentUpdate.ts';

/** The last update of each task definition. It is kept in memory because every row asks for it. */
export interface LastSent {
  /** Newest first; empty until `load` has read the journal. */
  list(): readonly SentUpdate[];
  /** Reads the journal once. After a failure the next call reads again. */
  load(): Promise<void>;
  forget(): void;
  readonly onDidChange: Listen;
  dispose(): void;
}

// How many definitions are remembered, and how many entries are read for them after a start.
const mostDefinitions = 50;
const readAtStart = 100;

/** Updates of other windows do not count: a person repeats only what this window shows. */
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
    // Updates sent during the reading are newer than all that was read.
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
