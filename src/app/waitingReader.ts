import type { Connection } from '../domain/connection.ts';
import { isAbort, retryAfterMsOf } from '../domain/engineError.ts';
import type { OddRecord } from '../domain/oddRecord.ts';
import type { Task } from '../domain/task.ts';
import type { Connections } from './connections.ts';
import { findWaiting } from './findWaiting.ts';
import type { Clock } from './ports.ts';

/** The waiting tasks of one connection, or the error of reading them. */
export interface WaitingHere {
  readonly connection: Connection;
  /** Oldest first. */
  readonly tasks: readonly Task[];
  /** True where more tasks wait, or may wait, than the requests could find. */
  readonly hasMore?: boolean;
  readonly notice?: string;
  readonly odd?: readonly OddRecord[];
  readonly error?: unknown;
}

/** Reads waiting tasks, within a bound of requests to each server. */
export interface WaitingReader {
  /**
   * Reads all connections. What was `kept` of a connection stays while its server must not be asked
   * without a wish of the person.
   */
  readAll(kept: readonly WaitingHere[], signal: AbortSignal): Promise<readonly WaitingHere[]>;
  /**
   * Reads with one more round of requests, now and later. Throws the server's error; then later
   * reads have as many requests as before.
   */
  readMore(connection: Connection): Promise<WaitingHere>;
}

/** The requests to each server in one round. */
const requestsInRound = 51;
// Servers with more rounds are read that much less often, so that no minute has more requests.
const roundMs = 60_000;

export function createWaitingReader(
  connections: Pick<Connections, 'list' | 'connected'>,
  clock: Pick<Clock, 'now'>,
): WaitingReader {
  // By connection id.
  const rounds = new Map<string, number>();
  /** In epoch milliseconds. */
  const askFrom = new Map<string, number>();
  const roundsOf = ({ id }: Connection) => rounds.get(id) ?? 1;

  async function find(connection: Connection, signal: AbortSignal): Promise<WaitingHere> {
    try {
      const { engine } = await connections.connected(connection.id);
      const requests = requestsInRound * roundsOf(connection);
      return { connection, ...(await findWaiting(engine, requests, signal)) };
    } catch (error) {
      if (isAbort(error)) throw error;
      return { connection, tasks: [], error };
    }
  }

  async function read(connection: Connection, signal: AbortSignal): Promise<WaitingHere> {
    const here = await find(connection, signal);
    const pauseMs = Math.max(retryAfterMsOf(here.error), (roundsOf(connection) - 1) * roundMs);
    askFrom.set(connection.id, clock.now() + pauseMs);
    return here;
  }

  return {
    readAll: (kept, signal) =>
      Promise.all(
        connections.list().map(async (connection) => {
          const before = kept.find((one) => one.connection.id === connection.id);
          const isEarly = clock.now() < (askFrom.get(connection.id) ?? 0);
          return isEarly && before !== undefined ? before : read(connection, signal);
        }),
      ),
    readMore: async (connection) => {
      const before = roundsOf(connection);
      rounds.set(connection.id, before + 1);
      const here = await read(connection, new AbortController().signal);
      if (here.error === undefined) return here;
      rounds.set(connection.id, before);
      throw here.error;
    },
  };
}
