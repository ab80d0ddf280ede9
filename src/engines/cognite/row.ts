import type { EngineRow } from '../engineRow.ts';
import { cogniteDetails, cogniteSecret } from './details.ts';

/** Cognite Data Fusion: the data workflows of one project. */
export const cognite: EngineRow = {
  kind: 'cognite',
  label: 'Cognite Data Fusion',
  exampleUrl: 'https://CLUSTER.cognitedata.com',
  details: cogniteDetails,
  secret: cogniteSecret,
  create: async (deps) => (await import('./connect.ts')).connectCognite(deps),
};
