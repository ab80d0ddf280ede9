import type { Connection } from '../../domain/connection.ts';
import type { Engine } from '../../domain/engine.ts';
import type { Clock, Log } from '../ports.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Journal } from '../journal/journal.ts';

/** What an update needs from outside. */
export interface UpdatesDeps {
  /** The connected engine of a connection; throws EngineError('unsupported') when it is gone. */
  readonly connected: (
    connectionId: string,
  ) => Promise<{ readonly engine: Engine; readonly connection: Connection }>;
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  /** Unique among all windows and runs; safe in a file name. */
  readonly newId: () => string;
}
