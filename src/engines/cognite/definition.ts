import type { EngineDefinition } from '../engineDefinition.ts';
import { cogniteDetails, cogniteSecret } from './connection/cogniteDetails.ts';

/** Cognite Data Fusion: the data workflows of one project. */
export const definition: EngineDefinition = {
  kind: 'cognite',
  label: 'Cognite Data Fusion',
  exampleUrl: 'https://CLUSTER.cognitedata.com',
  details: cogniteDetails,
  secret: cogniteSecret,
  create: async (deps) => (await import('./connectCognite.ts')).connectCognite(deps),
};
