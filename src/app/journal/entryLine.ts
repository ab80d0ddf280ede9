import { stringifyJson } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { JournalEntry } from '../../domain/outcome.ts';

/**
 * A line for a segment: JSON that keeps every digit of the outputs. With `standing`, the entry as
 * the segment has it, the line holds only what changed; a line with the outcome is always whole.
 * The line break comes first: it ends what a full disk may have left of the line before.
 */
export function entryLine(entry: JournalEntry, standing?: JournalEntry): string {
  if (entry.outcome !== undefined) return lineOf(entry as unknown as Json);
  const known = new Map<string, unknown>(Object.entries(standing ?? {}));
  known.delete('id');
  const isLess = [...known.keys()].some((key) => !(key in entry));
  const news = Object.entries(entry).filter(([key, value]) => isLess || known.get(key) !== value);
  return lineOf(Object.fromEntries(news) as Json);
}

/** A line that removes every entry with an outcome above it. */
export function clearedLine(): string {
  return lineOf({ cleared: true });
}

function lineOf(part: Json): string {
  return `\n${stringifyJson(part)}`;
}
