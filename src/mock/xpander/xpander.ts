import type { MockClock } from '../clock.ts';
import type { Seed } from '../seed.ts';
import { createRandom } from '../random.ts';
import { createMachine } from './createMachine.ts';
import { createXpanderApp } from './createXpanderApp.ts';
import type { Machine } from './machine.ts';
import { seedDemo } from './seeds/seedDemo.ts';
import { generatedTasks } from './seeds/generatedTasks.ts';
import { createStore } from './store.ts';
import { createWatchers } from './watchers.ts';

export interface XpanderOptions {
  readonly clock: MockClock;
  readonly seed: Seed;
  /** The only accepted API key; absent accepts any that is not empty. */
  readonly key?: string | undefined;
}

/** xpander.ai's part of the mock. */
export interface Xpander {
  /** Undefined for a path that is not xpander.ai's. */
  fetch(request: Request): Promise<Response | undefined>;
  /** Drops all content and plants the seed again. */
  reset(): void;
}

/** The organization that owns everything; self-hosted clients put it before every path. */
export const organization = 'org-demo';

export function createXpander(options: XpanderOptions): Xpander {
  let app = plantedApp(options);
  return {
    async fetch(request) {
      const url = new URL(request.url);
      // A self-hosted agent controller has the organization before every path.
      const path = url.pathname.replace(prefix, '');
      if (!claimed.test(path)) return undefined;
      if (path === url.pathname) return await app.fetch(request);
      url.pathname = path;
      return await app.fetch(new Request(url, request));
    },
    reset() {
      app = plantedApp(options);
    },
  };
}

// The SDK puts its own organization before the path of event streams.
const prefix = new RegExp(
  `^/(?:agent-controller/[^/]+|${organization}|[^/]+(?=/agent-execution/[^/]+/events$))(?=/)`,
);
const claimed = /^\/(?:agents|agents-metrics|agent-execution|activity|v1)(?:\/|$)/;

function plantedApp({ clock, seed, key }: XpanderOptions) {
  return createXpanderApp(plant(clock, seed), { key });
}

function plant(clock: MockClock, seed: Seed): Machine {
  const generated = typeof seed === 'number' ? generatedTasks(seed, clock.now()) : undefined;
  const random = createRandom(`xpander ${seed}`);
  const store = createStore(generated);
  const watchers = createWatchers();
  const machine = createMachine({ store, clock, random, organization, watchers });
  if (seed === 'demo') seedDemo(machine);
  return machine;
}
