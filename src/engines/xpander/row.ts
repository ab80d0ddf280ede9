import type { Connection } from '../../domain/connection.ts';
import { EngineError } from '../../domain/engineError.ts';
import { createSend } from '../../http/createSend.ts';
import type { EngineDeps, EngineRow } from '../engineRow.ts';
import { baseUrlOf, cloudUrl } from './baseUrl.ts';
import { createXpanderEngine } from './engine.ts';
import { explainXpander } from './explain.ts';

export const xpander: EngineRow = {
  kind: 'xpander',
  label: 'xpander.ai',
  exampleUrl: cloudUrl,
  details: [
    {
      key: 'organization',
      label: 'Organization',
      help: 'The organization’s id, for a self-hosted agent controller only; the cloud knows it by the API key.',
      optional: true,
    },
  ],
  secret: {
    label: 'API key',
    help: 'From the platform’s settings, or of your own agent controller: its key is another one.',
    when: () => true,
  },
  create: ({ connection, secret, ...services }) => {
    const baseUrl = baseUrlOf(connection);
    const headers = () => signIn(connection, secret);
    const send = createSend({ ...services, baseUrl, headers, explain: explainXpander });
    return createXpanderEngine(connection.id, send);
  },
};

// Without a key nothing is sent, as the vendor's SDK does it.
async function signIn(
  connection: Connection,
  secret: EngineDeps['secret'],
): Promise<Record<string, string>> {
  const key = (await secret())?.trim() ?? '';
  if (key !== '') return { 'x-api-key': key };
  const message = `No API key was entered for ${connection.name} at its present address.`;
  throw new EngineError('auth', message, { nothingApplied: true });
}
