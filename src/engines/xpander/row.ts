import { EngineError } from '../../domain/engineError.ts';
import { createSend } from '../../http/createSend.ts';
import { createNodeTransport } from '../../http/nodeTransport.ts';
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
  create: (deps) =>
    createXpanderEngine(
      deps.connection.id,
      createSend({
        baseUrl: baseUrlOf(deps.connection),
        transport: createNodeTransport(),
        clock: { now: deps.now, wait: deps.wait },
        log: { debug: deps.debug },
        headers: () => signIn(deps),
        explain: explainXpander,
      }),
    ),
};

// Without a key nothing is sent, as the vendor's SDK does it.
async function signIn({ connection, secret }: EngineDeps): Promise<Record<string, string>> {
  const key = (await secret())?.trim() ?? '';
  if (key !== '') return { 'x-api-key': key };
  const message = `No API key was entered for ${connection.name} at its present address.`;
  throw new EngineError('auth', message, { nothingApplied: true });
}
