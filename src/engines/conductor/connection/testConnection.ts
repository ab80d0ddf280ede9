import type { ConnectionTest } from '../../../domain/engine.ts';
import { EngineError, type EngineErrorKind, isEngineError } from '../../../domain/engineError.ts';
import type { Send } from '../../../http/httpRequest.ts';
import type { Capabilities } from './capabilities.ts';
import { searchWorkflows } from '../wire/endpoints.ts';

type Hints = { readonly [K in EngineErrorKind]?: string };

/** A likely cause for each failure, for a person who has just entered a URL. */
const withKey: Hints = {
  auth: 'Are the key ID and its secret right, and is the key still active?',
  forbidden: 'The application of this key may not search workflows.',
  notFound: 'Is there a Conductor at this URL?',
  unsupported: 'Is there a Conductor at this URL?',
};
const withoutKey: Hints = {
  ...withKey,
  auth: 'The server requires a sign-in, as Orkes Conductor does; this connection has none.',
  forbidden: 'The server may require a sign-in, as Orkes Conductor does; this connection has none.',
};

/**
 * Checks with reads only that a Conductor server answers at this URL and lets us read. `hasKey` is
 * true where the connection signs in.
 */
export async function testConnection(
  send: Send,
  capabilities: (signal: AbortSignal) => Promise<Capabilities>,
  signal: AbortSignal,
  hasKey = false,
): Promise<ConnectionTest> {
  const anything = await findAnything(send, signal, hasKey ? withKey : withoutKey);
  const { version, hasSync } = await capabilities(signal);
  const note = 'The search finds no execution: nothing has run yet, or there is no search index.';
  return { server: serverName(version, hasSync), notes: anything ? [] : [note] };
}

async function findAnything(send: Send, signal: AbortSignal, hints: Hints): Promise<boolean> {
  try {
    const search = searchWorkflows({ start: 0, size: 1, query: '', freeText: '*' });
    return (await send(search, signal)).results.length > 0;
  } catch (error) {
    const hint = isEngineError(error) ? hints[error.kind] : undefined;
    if (!isEngineError(error) || hint === undefined) throw error;
    const { status, nothingApplied } = error;
    throw new EngineError(error.kind, `${error.message.replace(/[.?]?$/, '.')} ${hint}`, {
      nothingApplied,
      ...(status === undefined ? {} : { status }),
    });
  }
}

function serverName(version: string | undefined, hasSync: boolean): string {
  if (version !== undefined) return `Conductor ${version}`;
  return hasSync ? 'Conductor 3.21.12 or newer' : 'Conductor older than 3.21.12';
}
