import type { Snapshot } from '../../domain/snapshot.ts';
import { compare } from './comparison.ts';
import type { Expectation } from './expectation.ts';

/**
 * Did somebody change the task after it showed the update, in `confirmed`? A reading that is as
 * before the update, or older than `confirmed`, comes from a copy that lags behind.
 */
export function isOvertaken(expectation: Expectation, confirmed: Snapshot, now: Snapshot): boolean {
  if ((now.updatedAt ?? Infinity) < (confirmed.updatedAt ?? 0)) return false;
  const { kind } = compare(expectation, { answered: 'accepted' }, now);
  return kind === 'doubtful' || kind === 'contradicted';
}
