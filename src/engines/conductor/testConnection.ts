import type { ConnectionTest } from '../../domain/engine.ts';
import type { Send } from '../../http/request.ts';
import type { Capabilities } from './capabilities.ts';
import { searchWorkflows } from './endpoints.ts';

/** Is there a Conductor at this URL, and may we read from it? Reads only. */
export async function testConnection(
  send: Send,
  capabilities: (signal: AbortSignal) => Promise<Capabilities>,
  signal: AbortSignal,
): Promise<ConnectionTest> {
  const search = searchWorkflows({ start: 0, size: 1, query: '', freeText: '*' });
  const { results } = await send(search, signal);
  const { version, hasSync } = await capabilities(signal);
  return {
    server: serverName(version, hasSync),
    notes:
      results.length > 0
        ? []
        : [
            'The search finds no execution: nothing has run yet, or this server has no search index.',
          ],
  };
}

function serverName(version: string | undefined, hasSync: boolean): string {
  if (version !== undefined) return `Conductor ${version}`;
  return hasSync ? 'Conductor 3.21.12 or newer' : 'Conductor older than 3.21.12';
}
