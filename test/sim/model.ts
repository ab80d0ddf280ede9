import type { Connections } from '../../src/app/connections.ts';
import type { Drafts } from '../../src/app/drafts/drafts.ts';
import type { Journal } from '../../src/app/journal/journal.ts';
import type { LastSent } from '../../src/app/journal/lastSent.ts';
import type { SettledEntry } from '../../src/app/journal/settledEntry.ts';
import type { Clock } from '../../src/app/ports.ts';
import type { Updates } from '../../src/app/updates/updates.ts';
import type { Connection } from '../../src/domain/connection.ts';
import type { Task, TaskRef } from '../../src/domain/task.ts';
import type { Answer, Gateway } from './gateway.ts';
import type { Hearing } from './hearing.ts';
import type { FaultKind, Profile } from './profiles.ts';
import type { RunRecord } from './record.ts';
import type { Target, View } from './servers/simServer.ts';
import type { Stream } from './streams.ts';
import type { VirtualTime } from './virtualTime.ts';

/** Everything in one run: servers, disk, windows, and the one who checks. */
export interface World {
  readonly seed: number;
  readonly profile: Profile;
  readonly time: VirtualTime;
  readonly record: RunRecord;
  /** By the id of the connection. */
  readonly gateways: ReadonlyMap<string, Gateway>;
  readonly connections: readonly Connection[];
  /** The disk. */
  readonly documents: Map<string, string>;
  /** All windows that were ever open. */
  readonly windows: SimWindow[];
  readonly checker: Checker;
  /** By how much the machine's clock differs from the time of the run. */
  clockOffsetMs: number;
  /** True once it was set forward or back. */
  clockWasSet: boolean;
  /** What befalls all requests now, and until when. */
  weather: { readonly kind: FaultKind; readonly until: number } | undefined;
  /** No more faults. */
  isCalm: boolean;
}

/** A window of the editor with the whole app layer in it. */
export interface SimWindow {
  /** Unique among all windows and runs. */
  readonly id: string;
  readonly app: {
    readonly connections: Connections;
    readonly drafts: Drafts;
    readonly journal: Journal;
    readonly lastSent: LastSent;
    readonly updates: Updates;
    readonly clock: Clock;
  };
  /** The tasks on its screen, as they were when they were read. */
  readonly seen: Seen[];
  readonly deeds: Set<Deed>;
  isAlive: boolean;
  /** The person closed it; the process may live a little longer. */
  isClosed: boolean;
  trouble: StorageTrouble | undefined;
  /** True once its disk has failed. */
  hadTrouble: boolean;
  /** Resolves when its process ends. */
  readonly died: Promise<void>;
  /** How many waits of its clock are not over. */
  waits(): number;
  /** Ends the process at once. */
  kill(): void;
}

export interface Seen {
  readonly task: Task;
  readonly view: View;
}

/** A disk that will fail: `after` more changes, for `times` changes. */
export interface StorageTrouble {
  /**
   * `full` writes nothing and fails. `torn` writes a part of what is appended and fails. `dies` ends
   * the window in the middle of the change.
   */
  readonly kind: 'full' | 'torn' | 'dies';
  after: number;
  times: number;
}

/** One operation of a person while it goes on, and what it has shown them so far. */
export interface Deed {
  /** The operation's number; a recovery has a name of its own. */
  readonly id: string;
  readonly window: SimWindow;
  readonly stream: Stream;
  /** Aborted when the person cancels. */
  readonly abort: AbortController;
  /** How many requests it has made. */
  requests: number;
  /** The tasks as the person saw them when they decided, and as each question showed them since. */
  readonly agreed: Map<string, readonly View[]>;
  /** The tasks as they were last served to this operation. */
  readonly lastRead: Map<string, ServedView>;
}

export interface ServedView {
  readonly view: View;
  /** False for an older state, and for a lie. */
  readonly isTrue: boolean;
}

/** An update request on its way. */
export interface Sending {
  readonly deed: Deed;
  readonly gateway: Gateway;
  readonly target: Target;
}

/** After all operations, after a quiet restart, and after *Check Again* for all that was open. */
export type Stage = 'operations' | 'restart' | 'checkAgain';

/** Compares what the product says with what really happened. */
export interface Checker {
  /** An update request leaves a window. Returns the id of its journal entry. */
  leaves(sending: Sending): Promise<string>;
  /** The server handled an update request. */
  arrived(entry: string, answer: Answer): void;
  /** The window heard of its update. */
  answered(entry: string, hearing: Pick<Hearing, 'isProof' | 'status'>): void;
  settled(window: SimWindow, entry: SettledEntry): void;
  /** A person typed this. */
  typed(window: SimWindow, ref: TaskRef, text: string): void;
  /** When nothing is going on any more. */
  afterwards(window: SimWindow, stage: Stage): Promise<void>;
}
