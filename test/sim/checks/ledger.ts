import type { Outcome } from '../../../src/domain/outcome.ts';
import type { TaskRef } from '../../../src/domain/task.ts';
import type { TaskUpdate } from '../../../src/domain/taskUpdate.ts';
import type { Gateway } from '../gateway.ts';
import type { Deed, SimWindow } from '../model.ts';

/** What really became of one journal entry. */
export interface Account {
  readonly id: string;
  readonly ref: TaskRef;
  readonly gateway: Gateway;
  readonly update: TaskUpdate;
  readonly deed: Deed;
  readonly openedAt: number;
  /** One for each request that left: true as soon as the window knew that nothing was applied. */
  readonly sends: boolean[];
  /** How often the server applied the update to the task. */
  applied: number;
  /** True once an outcome was told after which a draft may go. */
  isDelivered: boolean;
  /** The last outcome that was told. */
  told: Outcome | undefined;
}

/** The outcomes after which a draft may go. */
export const delivered: readonly string[] = ['confirmed', 'overtaken', 'pending'];

/** Something that a person typed. */
export interface Typed {
  readonly window: SimWindow;
  readonly ref: TaskRef;
  readonly text: string;
}

export interface Ledger {
  readonly accounts: Map<string, Account>;
  readonly typed: Typed[];
}
