import type { Task } from '../domain/task.ts';
import { createChangeEvent } from './changeEvent.ts';
import type { Connections } from './connections.ts';
import { oldestFirst, waitingIn } from './findWaiting.ts';
import type { Clock, Listen } from './ports.ts';
import { createWaitingReader } from './waitingReader.ts';
import type { WaitingHere } from './waitingReader.ts';

/** The tasks of all connections that wait for a person or an outside party. */
export interface Waiting {
  /** The last result. Reads only if nothing was read yet. */
  current(): Promise<readonly WaitingHere[]>;
  /**
   * Reads again and tells listeners if something changed. The old result stays after an abort, and
   * for a server that asked for a pause.
   */
  reread(signal: AbortSignal): Promise<void>;
  /** Reads one execution again and tells listeners: its update shows at once, for one request. */
  touch(connection: string, execution: string): Promise<void>;
  /**
   * Looks further on one connection: with as many requests more as one round makes. Throws its
   * error, and keeps what was found before.
   */
  more(connection: string): Promise<void>;
  /** The number of waiting tasks, as far as they were read. */
  count(): number;
  /** True where the count is a bound: some connection has more. */
  hasMore(): boolean;
  /** Forgets everything and tells listeners. */
  invalidate(): void;
  readonly onDidChange: Listen;
  /** After every read, even if the count stays the same. */
  readonly onDidCount: Listen;
}

export function createWaiting(connections: Connections, clock: Pick<Clock, 'now'>): Waiting {
  const changes = createChangeEvent();
  const counts = createChangeEvent();
  let known: readonly WaitingHere[] = [];
  let reading: Promise<readonly WaitingHere[]> | undefined;
  // Counts invalidations and reads of one execution. A full read that began before one of them is
  // outdated.
  let turns = 0;
  const reader = createWaitingReader(connections, clock);

  async function keep(next: Promise<readonly WaitingHere[]>, isOld = () => false) {
    const found = await next;
    if (isOld()) return found;
    known = found;
    counts.fire();
    return found;
  }

  /** A full read that began before is outdated. */
  function replace(next: readonly WaitingHere[]): void {
    turns += 1;
    known = next;
    reading = Promise.resolve(known);
    counts.fire();
    changes.fire();
  }

  function forget(): void {
    turns += 1;
    reading = undefined;
    changes.fire();
  }
  connections.onDidChange(forget);

  return {
    current: () => {
      reading ??= keep(reader.readAll([], new AbortController().signal));
      return reading;
    },
    reread: async (signal) => {
      const [before, turn] = [JSON.stringify(known), turns];
      const fresh = await keep(reader.readAll(known, signal), () => turn !== turns);
      if (turn !== turns) return;
      reading = Promise.resolve(fresh);
      if (JSON.stringify(fresh) !== before) changes.fire();
    },
    touch: async (id, execution) => {
      if (!known.some(({ connection }) => connection.id === id)) return;
      const { readExecution } = (await connections.connected(id)).engine;
      if (readExecution === undefined) return;
      const { signal } = new AbortController();
      const { tasks: fresh } = await waitingIn(readExecution, [{ id: execution }], signal);
      // The state of now, not of before the request: another execution may have been read
      // meanwhile.
      replace(withExecution(known, { connection: id, execution }, fresh));
    },
    more: async (id) => {
      const connection = connections.find(id);
      if (connection === undefined) return;
      const fresh = await reader.readMore(connection);
      replace(known.map((one) => (one.connection.id === id ? fresh : one)));
    },
    count: () => known.reduce((sum, { tasks }) => sum + tasks.length, 0),
    hasMore: () => known.some(({ hasMore }) => hasMore === true),
    invalidate: forget,
    onDidChange: changes.listen,
    onDidCount: counts.listen,
  };
}

/** The same result, with the tasks of one execution replaced. */
function withExecution(
  all: readonly WaitingHere[],
  { connection, execution }: { readonly connection: string; readonly execution: string },
  fresh: readonly Task[],
): readonly WaitingHere[] {
  return all.map((one) => {
    if (one.connection.id !== connection) return one;
    const others = one.tasks.filter(({ ref }) => ref.execution !== execution);
    return { ...one, tasks: oldestFirst([...others, ...fresh]) };
  });
}
