import type { EngineDefinition } from '../engineDefinition.ts';
import { cloudUrl } from './connection/baseUrlOf.ts';

export const definition: EngineDefinition = {
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
  create: async ({ connection, ...services }) => {
    const { createXpanderEngine } = await import('./xpanderEngine.ts');
    return createXpanderEngine(connection, services);
  },
};
