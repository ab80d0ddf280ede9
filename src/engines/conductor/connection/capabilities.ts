import { isAbort, isEngineError } from '../../../domain/engineError.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { getVersion, probeSync } from '../wire/endpoints.ts';

/** What the server supports, as far as it is known. */
export interface Capabilities {
  /** As the server reports it; absent where it does not. */
  readonly version?: string;
  readonly hasSync: boolean;
  readonly canCancel: boolean;
}

/** What every server since 3.16 supports. */
const minimum: Capabilities = { hasSync: false, canCancel: false };

/**
 * Asks the server once, with one or two reads that change nothing. If it does not answer, the
 * minimum is assumed and the next call asks again.
 */
export function createCapabilities(send: Send): (signal: AbortSignal) => Promise<Capabilities> {
  let known: Capabilities | undefined;
  return async (signal) => {
    if (known !== undefined) return known;
    try {
      known = await findOut(send, signal);
      return known;
    } catch (error) {
      if (isAbort(error)) throw error;
      return minimum;
    }
  };
}

async function findOut(send: Send, signal: AbortSignal): Promise<Capabilities> {
  const version = await readVersion(send, signal);
  if (version !== undefined) {
    return {
      version,
      hasSync: isAtLeast(version, [3, 21, 12]),
      canCancel: isAtLeast(version, [3, 32, 0]),
    };
  }
  return { hasSync: await hasSyncRoute(send, signal), canCancel: false };
}

async function readVersion(send: Send, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await send(getVersion(), signal);
  } catch (error) {
    if (isEngineError(error) && error.status !== undefined && error.status < 500) return undefined;
    throw error;
  }
}

/**
 * Sends GET to the update route. A server that has the route answers 405 (500 on 3.21), because it
 * does not support GET there; other servers answer that the route does not exist. GET updates
 * nothing.
 */
async function hasSyncRoute(send: Send, signal: AbortSignal): Promise<boolean> {
  try {
    await send(probeSync(), signal);
    return false;
  } catch (error) {
    if (!isEngineError(error) || error.status === undefined) throw error;
    if (error.status === 405) return true;
    return error.status === 500 && /not supported/i.test(error.message);
  }
}

/** Compares number by number and ignores any text after the numbers ("-rc.27"). */
export function isAtLeast(version: string, wanted: readonly number[]): boolean {
  const parts = (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
  for (const [index, number] of wanted.entries()) {
    const part = parts[index] ?? 0;
    if (part !== number) return part > number;
  }
  return true;
}
