import { createConnections } from '../../src/app/connections.ts';
import { createDrafts } from '../../src/app/drafts/drafts.ts';
import { createJournal } from '../../src/app/journal/journal.ts';
import { createLastSent } from '../../src/app/journal/lastSent.ts';
import type { Clock } from '../../src/app/ports.ts';
import { createUpdates } from '../../src/app/updates/updates.ts';
import { EngineError } from '../../src/domain/engineError.ts';
import { createFaultTransport } from './faultTransport.ts';
import { createFaultyStorage } from './faultyStorage.ts';
import type { Deed, SimWindow, World } from './model.ts';

/** Opens a window that knows only what is on the disk. */
export function openWindow(world: World): SimWindow {
  const id = `w${world.windows.length + 1}`;
  const cancels = new Set<() => void>();
  let onDeath = () => {};
  const died = new Promise<void>((resolve) => (onDeath = resolve));
  const state = {
    id,
    died,
    seen: [],
    deeds: new Set<Deed>(),
    isAlive: true,
    isClosed: false,
    trouble: undefined,
    hadTrouble: false,
    waits: () => cancels.size,
    kill() {
      window.isAlive = false;
      onDeath();
      for (const cancel of cancels) cancel();
      world.record.note(() => `${id} is gone`);
    },
  };
  const window: SimWindow = Object.assign(state, { app: {} as SimWindow['app'] });
  Object.assign(window, { app: appOf(world, window, createWindowClock(world, cancels)) });
  world.windows.push(window);
  window.app.updates.onDidSettle((entry) => world.checker.settled(window, entry));
  world.record.note(() => `${id} opens`);
  return window;
}

function appOf(world: World, window: SimWindow, clock: Clock): SimWindow['app'] {
  const storage = createFaultyStorage(world.documents, window);
  const transport = createFaultTransport(world, window);
  const note = (message: string) => world.record.note(() => `${window.id} logs: ${message}`);
  const log = {
    debug: () => undefined,
    isDebugging: () => false,
    info: () => undefined,
    warn: note,
    error: note,
  };
  const connections = createConnections({
    saved: () => world.connections,
    onDidChangeSaved: () => () => undefined,
    async createEngine(connection) {
      const gateway = world.gateways.get(connection.id);
      if (gateway === undefined) {
        throw new EngineError('unsupported', 'No such server.', { nothingApplied: true });
      }
      const { server } = gateway;
      const secret = async () => server.secret;
      return server.connect({ transport, clock, log, secret });
    },
  });
  const drafts = createDrafts({ storage, clock });
  const journal = createJournal({ storage, keep: () => 1_000 });
  const lastSent = createLastSent(journal);
  const newId = () => window.id;
  const updates = createUpdates({ ...connections, drafts, journal, clock, log, newId });
  return { connections, drafts, journal, lastSent, updates, clock };
}

/** The clock of the machine, which may be set forward and back; waiting is not affected by that. */
function createWindowClock(world: World, cancels: Set<() => void>): Clock {
  return {
    now: () => world.time.now() + world.clockOffsetMs,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const aborted = () => {
          end();
          reject(Object.assign(new Error('The wait was cancelled.'), { name: 'AbortError' }));
        };
        const cancel = world.time.at(world.time.now() + ms, () => {
          end();
          resolve();
        });
        const end = () => {
          cancel();
          cancels.delete(end);
          signal.removeEventListener('abort', aborted);
        };
        cancels.add(end);
        if (signal.aborted) aborted();
        else signal.addEventListener('abort', aborted);
      }),
  };
}
