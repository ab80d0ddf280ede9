import type { Snapshot } from '../../domain/snapshot.ts';
import { changesByOthers } from './evidence.ts';
import { expectedWords, mismatches, unseenFields } from './expectation.ts';
import type { Expectation } from './expectation.ts';

/** What the task shows in place of what was expected: "FAILED", "COMPLETED with another output". */
export function shownWords(expectation: Expectation, after: Snapshot): string {
  const { actual } = difference(expectation, after);
  const isShown = mismatches(expectation, after).length === 0;
  const others = isShown ? changesByOthers(expectation, after) : [];
  const unseen = isShown ? unseenFields(expectation) : [];
  if (others.length > 0) return `${actual} with ${others.join(' and ')}`;
  return unseen.length === 0 ? actual : `${actual}, but not ${unseen.join(', ')}`;
}

/** What was expected and what the task shows, both as words. */
export function difference(
  expectation: Expectation,
  after: Snapshot,
): { readonly expected: string; readonly actual: string } {
  const wrong = mismatches(expectation, after);
  // A wrong status is enough. Otherwise the status stands in front of the other differences.
  if (wrong.some(({ what }) => what === 'status')) {
    return { expected: expectedWords(expectation), actual: after.status };
  }
  const words = (side: 'expected' | 'actual') =>
    wrong.length === 0
      ? after.status
      : `${after.status} with ${wrong.map((mismatch) => mismatch[side]).join(' and ')}`;
  return { expected: words('expected'), actual: words('actual') };
}
