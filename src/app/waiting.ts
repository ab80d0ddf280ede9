import { isAbort, retryAfterMsOf } from '../domain/engineError.ts';
import type { Connection } from '../domain/connection.ts';
import type { OddRecord } from '../domain/oddRecord.ts';
import type { Task } from '../domain/task.ts';
import { createChangeEvent } from './changeEvent.ts';
import type { Connections } from './connections.ts';
import { findWaiting, oldestFirst, waitingIn } from './findWaiting.ts';
import type { Clock, Listen } from './ports.ts';

/** The waiting tasks of one connection, or the error of reading them. */
export interface WaitingHere {
  readonly connection: Connection;
  /** Oldest first. */
  readonly tasks: readonly Task[];
  readonly notice?: string;
  readonly odd?: readonly OddRecord[];
  readonly error?: unknown;
}

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
  /** The number of waiting tasks, as far as they were read. */
  count(): number;
  /** Forgets everything and tells listeners. */
  invalidate(): void;
  readonly onDidChange: Listen;
  /** After every read, even if the count stays the same. */
  readonly onDidCount: Listen;
}

// The requests to each server in one round: one list, and its newest executions.
const mostRequests = 51;

export function createWaiting(connections: Connections, clock: Pick<Clock, 'now'>): Waiting {
  const changes = createChangeEvent();
  const counts = createChangeEvent();
  let known: readonly WaitingHere[] = [];
  let reading: Promise<readonly WaitingHere[]> | undefined;
  // Counts invalidations and reads of one execution. A full read that began before one of them is
  // outdated.
  let turns = 0;
  // When each server may be asked again, by connection id, in epoch milliseconds.
  const askFrom = new Map<string, number>();

  async function readOne(connection: Connection, signal: AbortSignal): Promise<WaitingHere> {
    const here = await readHere(connections, connection, signal);
    askFrom.set(connection.id, clock.now() + retryAfterMsOf(here.error));
    return here;
  }

  async function readUnlessEarly(connection: Connection, signal: AbortSignal) {
    const kept = known.find((one) => one.connection.id === connection.id);
    const isEarly = clock.now() < (askFrom.get(connection.id) ?? 0);
    return isEarly && kept !== undefined ? kept : readOne(connection, signal);
  }

  async function readAll(read: typeof readOne, signal: AbortSignal, isOld = () => false) {
    const found = await Promise.all(connections.list().map((one) => read(one, signal)));
    if (isOld()) return found;
    known = found;
    counts.fire();
    return found;
  }

  function forget(): void {
    turns += 1;
    reading = undefined;
    changes.fire();
  }
  connections.onDidChange(forget);

  return {
    current: () => {
      reading ??= readAll(readOne, new AbortController().signal);
      return reading;
    },
    reread: async (signal) => {
      const [before, turn] = [JSON.stringify(known), turns];
      const fresh = await readAll(readUnlessEarly, signal, () => turn !== turns);
      if (turn !== turns) return;
      reading = Promise.resolve(fresh);
      if (JSON.stringify(fresh) !== before) changes.fire();
    },
    touch: async (id, execution) => {
      if (!known.some(({ connection }) => connection.id === id)) return;
      const { engine } = await connections.connected(id);
      if (engine.readExecution === undefined) return;
      const { signal } = new AbortController();
      const { tasks: fresh } = await waitingIn(engine.readExecution, [{ id: execution }], signal);
      turns += 1;
      // The state of now, not of before the request: another execution may have been read
      // meanwhile.
      known = withExecution(known, { connection: id, execution }, fresh);
      reading = Promise.resolve(known);
      counts.fire();
      changes.fire();
    },
    count: () => known.reduce((sum, { tasks }) => sum + tasks.length, 0),
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

async function readHere(
  connections: Connections,
  connection: Connection,
  signal: AbortSignal,
): Promise<WaitingHere> {
  try {
    const { engine } = await connections.connected(connection.id);
    return { connection, ...(await findWaiting(engine, mostRequests, signal)) };
  } catch (error) {
    if (isAbort(error)) throw error;
    return { connection, tasks: [], error };
  }
}
