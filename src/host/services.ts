import type { Connections } from '../app/connections.ts';
import type { Pins } from '../app/pins.ts';
import type { Clock, Log } from '../app/ports.ts';
import type { Store } from '../app/store.ts';
import type { Drafts } from '../app/drafts/drafts.ts';
import type { Journal } from '../app/journal/journal.ts';
import type { Updates } from '../app/updates/updates.ts';

/** What the features of the host work with; made once in extension.ts. */
export interface Services {
  readonly connections: Connections;
  readonly store: Store;
  readonly updates: Updates;
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly pins: Pins;
  readonly log: Log;
  readonly clock: Clock;
}
