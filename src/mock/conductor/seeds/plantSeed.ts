import type { Seed } from '../../seed.ts';
import type { Engine } from '../engine.ts';
import { plantDemo } from './plantDemo.ts';
import { createGenerated } from './generated.ts';

/** Fills an empty engine. */
export function plantSeed(engine: Engine, seed: Seed): void {
  if (seed === 'demo') plantDemo(engine);
  else if (seed !== 'empty') engine.generated = createGenerated(engine, seed);
}
