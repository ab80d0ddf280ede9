import type { MockClock } from '../clock.ts';
import { createRandom } from '../random.ts';
import { createApi } from './api.ts';
import { createMachine } from './createMachine.ts';
import type { Machine } from './machine.ts';
import { demoProject, plantDemo } from './seeds/plantDemo.ts';
import { demoBehaviours } from './seeds/demoBehaviours.ts';
import { plantGenerated } from './seeds/plantGenerated.ts';
import { type CogniteSettings, defaultSettings } from './cogniteSettings.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** Cognite's part of the mock: a request handler without a socket. */
export interface Cognite {
  /** Undefined for a path of another API. */
  fetch(request: Request): Promise<Response | undefined>;
  /** The state of a project, created empty on first use; for seeds and tests. */
  project(name: string): Machine;
  readonly tokens: Tokens;
  /** Changes how the server behaves, until the next reset. */
  configure(change: Partial<CogniteSettings>): void;
  /** Restores the seed. */
  reset(): void;
}

export interface CogniteOptions {
  readonly clock: MockClock;
  /** `demo`, `empty`, or how many executions to generate. */
  readonly seed: 'demo' | 'empty' | number;
  readonly settings?: Partial<CogniteSettings>;
}

export function createCognite(options: CogniteOptions): Cognite {
  const { clock, seed } = options;
  const random = createRandom('cognite');
  let settings: CogniteSettings = defaultSettings;
  const machines = new Map<string, Machine>();
  const tokens = createTokens(clock, random, () => settings);

  const project = (name: string): Machine => {
    const known = machines.get(name);
    if (known !== undefined) return known;
    const made = createMachine({ clock, random, settings: () => settings });
    machines.set(name, made);
    return made;
  };
  const configure = (change: Partial<CogniteSettings>) => {
    settings = { ...settings, ...change };
  };
  const reset = () => {
    machines.clear();
    tokens.revokeIssued();
    settings = { ...defaultSettings, ...options.settings };
    if (seed === 'demo') {
      configure({ behaviours: { ...demoBehaviours, ...settings.behaviours } });
      plantDemo(project(demoProject));
    } else if (seed !== 'empty') plantGenerated(project(demoProject), seed);
  };
  reset();

  const projects = () => [...new Set([demoProject, ...machines.keys()])];
  const fetch = createApi({ random, tokens, project, projects, settings: () => settings });
  return { fetch, project, tokens, configure, reset };
}
