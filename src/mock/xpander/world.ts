import type { MockClock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Store } from './store.ts';

/** What every part of the state machine works on. */
export interface World {
  readonly store: Store;
  readonly clock: MockClock;
  readonly random: Random;
  readonly organization: string;
}
