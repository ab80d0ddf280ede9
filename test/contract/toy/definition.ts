import type { EngineDefinition } from '../../../src/engines/engineDefinition.ts';
import { createToyEngine } from './toyEngine.ts';

export const definition: EngineDefinition = {
  kind: 'toy',
  label: 'Toy',
  exampleUrl: 'http://localhost:1234',
  details: [{ key: 'shelf', label: 'Shelf', help: 'Where the boxes stand.' }],
  create: async (deps) => createToyEngine(deps),
};
