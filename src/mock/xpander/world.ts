import type { MockClock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Store } from './store.ts';
import type { Watchers } from './watchers.ts';

/** The shared state of the state machine's parts. */
export interface World {
  readonly store: Store;
  readonly clock: MockClock;
  readonly random: Random;
  readonly organization: string;
  readonly watchers: Watchers;
}
