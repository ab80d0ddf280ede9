import type { Connection } from '../../domain/connection.ts';
import type { Engine } from '../../domain/engine.ts';
import type { TaskRef } from '../../domain/task.ts';
import type { Clock, Listen, Log } from '../ports.ts';
import type { Drafts } from './drafts.ts';
import type { Journal } from './journal.ts';
import type { Phase, SettledEntry, SubmitRequest, Submitted } from './submission.ts';

export interface UpdatesDeps {
  /** The connected engine of a connection; throws EngineError('unsupported') when it is gone. */
  readonly connected: (
    connectionId: string,
  ) => Promise<{ readonly engine: Engine; readonly connection: Connection }>;
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  /** Unique among all windows; safe in a file name. */
  readonly newId: () => string;
}

/** The one way by which a task is changed, from thought to proof. */
export interface Updates {
  /**
   * Checks, asks where there is a reason, sends once, verifies, journals. Throws EngineError only
   * when the task could not be read before sending; nothing was sent then.
   */
  submit(request: SubmitRequest): Promise<Submitted>;
  /** Reads, never sends. Throws EngineError when the task cannot be read; the entry stays. */
  checkAgain(entryId: string, signal: AbortSignal): Promise<SettledEntry>;
  /** Settles what an earlier run left in flight, by reading only. */
  settle(signal: AbortSignal): Promise<void>;
  phaseOf(ref: TaskRef): Phase | undefined;
  /** After every change of a phase. */
  readonly onDidChange: Listen;
}

export function createUpdates(_deps: UpdatesDeps): Updates {
  throw new Error('not built yet');
}
