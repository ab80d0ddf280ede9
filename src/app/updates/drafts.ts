import type { Json } from '../../domain/json.ts';
import type { TaskRef } from '../../domain/task.ts';
import type { OutputMode } from '../../domain/update.ts';
import type { Clock, Listen, Storage } from '../ports.ts';

/** An update that is being written and was not sent. */
export interface Draft {
  readonly ref: TaskRef;
  readonly connectionName: string;
  readonly taskName: string;
  readonly status?: string;
  readonly mode?: OutputMode;
  /** The output exactly as typed, comments and all. */
  readonly text?: string;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, Json>>;
  /** Epoch milliseconds. */
  readonly savedAt: number;
}

/** One draft per task, durable. */
export interface Drafts {
  read(ref: TaskRef): Promise<Draft | undefined>;
  write(draft: Omit<Draft, 'savedAt'>): Promise<void>;
  remove(ref: TaskRef): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly Draft[]>;
  readonly onDidChange: Listen;
}

export interface DraftsDeps {
  readonly storage: Storage;
  readonly clock: Clock;
}

export function createDrafts(_deps: DraftsDeps): Drafts {
  throw new Error('not built yet');
}
