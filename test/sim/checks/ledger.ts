import type { Outcome } from '../../../src/domain/outcome.ts';
import type { TaskRef } from '../../../src/domain/task.ts';
import type { TaskUpdate } from '../../../src/domain/taskUpdate.ts';
import { sameView } from '../gateway.ts';
import type { Gateway } from '../gateway.ts';
import type { Deed, SimWindow } from '../model.ts';
import type { View } from '../servers/simServer.ts';

/** What really became of one journal entry. */
export interface Account {
  readonly id: string;
  readonly ref: TaskRef;
  readonly gateway: Gateway;
  readonly update: TaskUpdate;
  readonly deed: Deed;
  readonly openedAt: number;
  /** The task as it was last served to the window before the update left. */
  readonly before: View | undefined;
  /** True once the window heard that the server refused the update. */
  wasRefused: boolean;
  /** One for each request that left: true as soon as the window knew that nothing was applied. */
  readonly sends: boolean[];
  /** How often the server applied the update to the task. */
  applied: number;
  /** True once an outcome was told after which a draft may go. */
  isDelivered: boolean;
  /** The last outcome that was told. */
  told: Outcome | undefined;
}

/**
 * True where the server refused the update after it had applied it, and no reading showed the task
 * as the update left it: then nobody can know better than the server's word.
 */
export function isUnseeable({ id, wasRefused, deed, ref, gateway }: Account): boolean {
  if (!wasRefused) return false;
  const history = gateway.historyOf(ref.task);
  const index = history.findIndex(({ by }) => by === id);
  const left = history[index]?.view;
  const read = deed.lastRead.get(ref.task)?.view;
  return left === undefined || sameView(history[index - 1]?.view, left) || !sameView(read, left);
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

/** The fields of a view that an update may change; without an output, the output as well. */
export function sentKeys({ fields = {}, reason }: TaskUpdate): readonly string[] {
  return [
    'status',
    'output',
    ...Object.keys(fields).map((key) => (key === 'workerId' ? 'worker' : key)),
    ...(reason === undefined ? [] : ['reason']),
  ];
}
