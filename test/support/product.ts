import { parseConnections } from '../../src/app/parseConnections.ts';
import { createConnections } from '../../src/app/connections.ts';
import type { Clock } from '../../src/app/ports.ts';
import { createStore } from '../../src/app/store.ts';
import { createDrafts } from '../../src/app/drafts/drafts.ts';
import { createJournal } from '../../src/app/journal/journal.ts';
import { createUpdates } from '../../src/app/updates/updates.ts';
import { createWaiting } from '../../src/app/waiting.ts';
import type { EngineDeps, EngineRow } from '../../src/engines/engineRow.ts';
import { rowOf } from '../../src/engines/engines.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';
import type { RetryPolicy } from '../../src/http/retryReads.ts';
import { createFakeClock } from './fakeClock.ts';
import { createFakeStorage } from './fakeStorage.ts';

export interface ProductOptions {
  /** What stands in the settings. */
  readonly setting: unknown;
  readonly table: readonly EngineRow[];
  readonly secret?: string;
  /** One that never really waits, unless another is given. */
  readonly clock?: Clock;
  /** How many settled updates the journal keeps; 100 unless given. */
  readonly keep?: number;
}

/** The product without VS Code, wired as extension.ts wires it: memory for disk, real requests. */
export function createProduct({ setting, table, secret, keep = 100, ...given }: ProductOptions) {
  const { connections: saved, problems } = parseConnections(setting, table);
  const storage = createFakeStorage();
  const clock = given.clock ?? createFakeClock(Date.now());
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const log = { debug: write, info: write, warn: write, error: write };
  const connections = createConnections({
    saved: () => saved,
    onDidChangeSaved: () => () => undefined,
    createEngine: (connection) => {
      const deps: EngineDeps & { readonly retry: RetryPolicy } = {
        connection,
        transport: createNodeTransport(),
        clock,
        log,
        secret: async () => secret,
        microsoftToken: async () => undefined,
        // The usual pauses between two tries are real ones.
        retry: { retries: 2, firstPauseMs: 1, longestPauseMs: 5_000 },
      };
      return rowOf(connection.engine, table).create(deps);
    },
  });
  const journal = createJournal({ storage, keep: () => keep });
  const drafts = createDrafts({ storage, clock });
  let ids = 0;
  const newId = () => `n${++ids}`;
  const updates = createUpdates({ ...connections, drafts, journal, clock, log, newId });
  return {
    saved,
    problems,
    connections,
    store: createStore(connections, () => 50),
    waiting: createWaiting(connections, clock),
    updates,
    journal,
    drafts,
    /** Everything that was ever written, by key. */
    documents: storage.documents,
    lines,
  };
}
