import type { Connection } from '../../domain/connection.ts';
import { taskKey } from '../../domain/task.ts';
import { check } from '../updates/check.ts';
import type { BulkItem } from './bulkItem.ts';

/** The updates that can be sent, and the others with the reason. */
export interface BulkPlan {
  readonly eligible: readonly BulkItem[];
  readonly refused: readonly RefusedItem[];
}

export interface RefusedItem {
  readonly item: BulkItem;
  /** One sentence. */
  readonly reason: string;
}

/** Plans without any request. Each task is eligible once only. */
export function planBulk(
  items: readonly BulkItem[],
  connectionOf: (id: string) => Connection | undefined,
): BulkPlan {
  const eligible: BulkItem[] = [];
  const refused: RefusedItem[] = [];
  const taken = new Set<string>();
  for (const item of items) {
    const key = taskKey(item.base.ref);
    const reason = refusalOf(item, connectionOf(item.base.ref.connection), taken.has(key));
    if (reason === undefined) {
      eligible.push(item);
      taken.add(key);
    } else {
      refused.push({ item, reason });
    }
  }
  return { eligible, refused };
}

function refusalOf(
  { base, update }: BulkItem,
  connection: Connection | undefined,
  isTaken: boolean,
): string | undefined {
  if (connection === undefined) return 'Its connection is no longer in the settings.';
  const [problem] = check(connection, base, update);
  if (problem !== undefined) return problem.message;
  return isTaken
    ? 'Another update of this task stands above: a task takes one at a time.'
    : undefined;
}
