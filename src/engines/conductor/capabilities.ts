import { isAbort, isEngineError } from '../../domain/engineError.ts';
import type { Send } from '../../http/httpRequest.ts';
import { getVersion, probeSync } from './endpoints.ts';

/** What a server can do, as far as it was found out. */
export interface Capabilities {
  /** In the server's own words, where it tells. */
  readonly version?: string;
  readonly hasSync: boolean;
  readonly canCancel: boolean;
}

/** What every server since 3.16 can do. */
const least: Capabilities = { hasSync: false, canCancel: false };

/**
 * Finds out once, with one or two reads that change nothing. When it cannot be found out just
 * now, it answers with the least and tries again the next time.
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
      return least;
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
 * Asks for the update route with GET. Where it exists, GET is not supported on it: 405, or 500 on
 * 3.21; elsewhere the server knows no such route. No update is at stake, so nothing is ambiguous.
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

/** Compares number by number; a text after the numbers ("-rc.27") does not count. */
export function isAtLeast(version: string, wanted: readonly number[]): boolean {
  const parts = (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
  for (const [index, number] of wanted.entries()) {
    const part = parts[index] ?? 0;
    if (part !== number) return part > number;
  }
  return true;
}
