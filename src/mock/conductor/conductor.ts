import type { MockClock } from '../clock.ts';
import type { Seed } from '../seed.ts';
import { createRandom } from '../random.ts';
import { createConductorApp, type ConductorApp } from './conductorApp.ts';
import { createEngine } from './createEngine.ts';
import type { Engine } from './engine.ts';
import { plantSeed } from './seeds/plantSeed.ts';

export interface ConductorOptions {
  readonly clock: MockClock;
  readonly seed: Seed;
  readonly version: string;
  readonly index: boolean;
}

/** Conductor's part of the mock. */
export interface Conductor extends ConductorApp {
  /** Forgets everything and plants the seed again. */
  reset(): void;
}

export function createConductor(options: ConductorOptions): Conductor {
  let engine = plant(options);
  const app = createConductorApp({ ...options, engineOf: () => engine });
  return {
    fetch: (request) => app.fetch(request),
    reset() {
      engine = plant(options);
    },
  };
}

function plant({ clock, seed, version }: ConductorOptions): Engine {
  const engine = createEngine({ clock, random: createRandom(`conductor ${seed}`), version });
  plantSeed(engine, seed);
  return engine;
}
