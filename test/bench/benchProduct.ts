import { parseConnections } from '../../src/app/parseConnections.ts';
import { createClock } from '../../src/app/clock.ts';
import { createConnections } from '../../src/app/connections.ts';
import { createStore } from '../../src/app/store.ts';
import { createDrafts } from '../../src/app/drafts/drafts.ts';
import { createJournal } from '../../src/app/journal/journal.ts';
import { createUpdates } from '../../src/app/updates/updates.ts';
import { engines, engineDefinitionOf } from '../../src/engines/engines.ts';
import { createFileStorage } from '../../src/host/storage.ts';
import { createNodeTransport } from '../../src/http/nodeTransport.ts';
import type { Transport } from '../../src/http/transport.ts';
import type { TestMock } from '../support/startMock.ts';

export type EngineName = 'conductor' | 'cognite' | 'xpander';

export const engineNames: readonly EngineName[] = ['conductor', 'cognite', 'xpander'];

// The default of workflowTasks.journal.keep.
const keep = 1_000;

/**
 * The product as extension.ts wires it, with a real clock and a journal on disk below `folder`.
 * The log drops debug lines, as VS Code's does unless somebody asks for them.
 */
export function createBenchProduct(
  mock: TestMock,
  folder: string,
  transport: Transport = createNodeTransport(),
) {
  const urls = { conductor: mock.conductorUrl, cognite: mock.cogniteUrl, xpander: mock.xpanderUrl };
  const setting = engineNames.map((engine) => ({
    id: engine,
    name: engine,
    engine,
    url: urls[engine],
    ...(engine === 'cognite' ? { project: 'demo' } : {}),
  }));
  const { connections: saved } = parseConnections(setting, engines);
  const clock = createClock();
  const drop = () => undefined;
  const log = {
    isDebugging: () => false,
    debug: drop,
    info: drop,
    warn: console.warn,
    error: console.error,
  };
  const storage = createFileStorage(folder);
  const connections = createConnections({
    saved: () => saved,
    onDidChangeSaved: () => () => undefined,
    createEngine: (connection) =>
      engineDefinitionOf(connection.engine).create({
        connection,
        transport,
        clock,
        log,
        secret: async () => 'a-secret-of-the-bench',
        microsoftToken: async () => undefined,
      }),
  });
  const journal = createJournal({ storage, keep: () => keep });
  const drafts = createDrafts({ storage, clock });
  const newId = () => crypto.randomUUID();
  const updates = createUpdates({ ...connections, drafts, journal, clock, log, newId });
  return { connections, updates, clock, store: createStore(connections, () => 50, clock) };
}
