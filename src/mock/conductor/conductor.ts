import type { MockClock } from '../clock.ts';
import type { Seed } from '../seed.ts';
import { createRandom } from '../random.ts';
import { createConductorApp, type ConductorApp } from './conductorApp.ts';
import { createEngine } from './createEngine.ts';
import type { Engine } from './engine.ts';
import { createOrkesGate, type OrkesOptions } from './orkesGate.ts';
import { plantSeed } from './seeds/plantSeed.ts';

export interface ConductorOptions {
  readonly clock: MockClock;
  readonly seed: Seed;
  readonly version: string;
  readonly index: boolean;
  /** Whether executions have message queues. */
  readonly messages: boolean;
  /** Undefined for an open source server, which has no sign-in. */
  readonly orkes?: OrkesOptions | undefined;
}

/** Conductor's part of the mock. */
export interface Conductor extends ConductorApp {
  /** Drops all content and plants the seed again. */
  reset(): void;
}

export function createConductor(options: ConductorOptions): Conductor {
  let engine = plant(options);
  const { orkes } = options;
  const gate = orkes === undefined ? undefined : createOrkesGate(options.clock, orkes);
  const app = createConductorApp({ ...options, gate, engineOf: () => engine });
  return {
    fetch: (request) => app.fetch(request),
    reset() {
      gate?.reset();
      engine = plant(options);
    },
  };
}

function plant({ clock, seed, version, messages }: ConductorOptions): Engine {
  const random = createRandom(`conductor ${seed}`);
  const engine = createEngine({ clock, random, version, messages });
  plantSeed(engine, seed);
  return engine;
}
