import type { EngineRow } from '../../../src/engines/engineRow.ts';
import { createToyEngine } from './engine.ts';

export const toy: EngineRow = {
  kind: 'toy',
  label: 'Toy',
  exampleUrl: 'http://localhost:1234',
  details: [{ key: 'shelf', label: 'Shelf', help: 'Where the boxes stand.' }],
  create: async (deps) => createToyEngine(deps),
};
