import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import { isTyped, keepDraft } from '../../app/updates/draftKeeping.ts';
import { sentence } from '../../app/updates/sentence.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { BulkContext } from './bulkContext.ts';

// More different updates than this come from a document that keeps its own text.
const mostDrafts = 20;

/**
 * Keeps what was typed as one draft for each different update, at the first task that it is for:
 * the same output for a thousand tasks is one draft, not a thousand. From the send on the journal
 * has it as well.
 */
export async function keepTyped(
  { drafts, connections, log }: BulkContext,
  items: readonly BulkItem[],
): Promise<void> {
  const firsts = new Map<string, BulkItem>();
  for (const item of items) {
    if (!isTyped(item.update)) continue;
    const key = stringifyJson(item.update as unknown as Json);
    if (!firsts.has(key)) firsts.set(key, item);
  }
  if (firsts.size > mostDrafts) return;
  try {
    for (const { seen, update } of firsts.values()) {
      const name = connections.find(seen.ref.connection)?.name ?? seen.ref.connection;
      await keepDraft(drafts, seen, update, name);
    }
  } catch (error) {
    log.warn(`A draft could not be kept: ${sentence(error)}`);
  }
}
