import type { Connections } from '../app/connections.ts';
import type { Pins } from '../app/pins.ts';
import type { Clock, Log } from '../app/ports.ts';
import type { Store } from '../app/store.ts';
import type { Drafts } from '../app/drafts/drafts.ts';
import type { Journal } from '../app/journal/journal.ts';
import type { Updates } from '../app/updates/updates.ts';

/** The parts of the app layer that the host works with; extension.ts creates each once. */
export interface AppParts {
  readonly connections: Connections;
  readonly store: Store;
  readonly updates: Updates;
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly pins: Pins;
  readonly log: Log;
  readonly clock: Clock;
}
