import type { Seed } from '../../mock.ts';
import type { Engine } from '../engine.ts';
import { plantDemo } from './demo.ts';

/** Fills an empty engine. */
export function plantSeed(engine: Engine, seed: Seed): void {
  if (seed === 'demo') plantDemo(engine);
}
