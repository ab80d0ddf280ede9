import type { EngineDefinition } from '../engineDefinition.ts';

type Details = Readonly<Record<string, string>>;

const hasKey = (details: Details) => (details['keyId'] ?? '') !== '';

export const definition: EngineDefinition = {
  kind: 'conductor',
  label: 'Conductor',
  exampleUrl: 'http://localhost:8080/api',
  details: [
    {
      key: 'keyId',
      label: 'Key ID',
      help: 'Orkes: the id of an access key of an application. An open source server has none.',
      optional: true,
    },
  ],
  secret: { label: 'Key secret', help: 'The secret of that access key.', when: hasKey },
  create: async ({ connection, ...services }) => {
    const { createConductorEngine } = await import('./conductorEngine.ts');
    return createConductorEngine(connection, services);
  },
};
