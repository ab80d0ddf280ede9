import type { EngineRow } from '../engineRow.ts';
import { createConductorEngine } from './engine.ts';

export const conductor: EngineRow = {
  kind: 'conductor',
  label: 'Conductor',
  exampleUrl: 'http://localhost:8080/api',
  details: [],
  create: ({ connection, ...services }) => createConductorEngine(connection, services),
};
