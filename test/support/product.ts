import { parseConnections } from '../../src/app/parseConnections.ts';
import { createConnections } from '../../src/app/connections.ts';
import type { Clock } from '../../src/app/ports.ts';
import { createStore } from '../../src/app/store.ts';
import { createDrafts } from '../../src/app/drafts/drafts.ts';
import { createJournal } from '../../src/app/journal/journal.ts';
import { createUpdates } from '../../src/app/updates/updates.ts';
import { createWaiting } from '../../src/app/waiting.ts';
import type { EngineDeps, EngineDefinition } from '../../src/engines/engineDefinition.ts';
import { engineDefinitionOf } from '../../src/engines/engines.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';
import type { RetryPolicy } from '../../src/http/retryReads.ts';
import { createFakeClock } from './fakeClock.ts';
import { createFakeStorage } from './fakeStorage.ts';

export interface ProductOptions {
  /** The value of the connections setting. */
  readonly setting: unknown;
  readonly table: readonly EngineDefinition[];
  readonly secret?: string;
  /** A clock that never really waits, by default. */
  readonly clock?: Clock;
  /** How many settled updates the journal keeps; 100 by default. */
  readonly keep?: number;
}

/**
 * The product without VS Code, wired as in extension.ts, with memory for the disk and real
 * requests.
 */
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
        // The default pauses between retries are real ones.
        retry: { retries: 2, firstPauseMs: 1, longestPauseMs: 5_000 },
      };
      return engineDefinitionOf(connection.engine, table).create(deps);
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
    store: createStore(connections, () => 50, clock),
    waiting: createWaiting(connections, clock),
    updates,
    journal,
    drafts,
    /** All written documents, by key. */
    documents: storage.documents,
    lines,
  };
}
