import type { SettledEntry } from '../journal/settledEntry.ts';
import type { Updates } from '../updates/updates.ts';
import type { BulkResult } from './bulkItem.ts';

/** The results, with those that were confirmed and then overtaken. A cancelled run waits for none. */
export async function withOvertaken(
  { onDidSettle, lookedAgain }: Pick<Updates, 'onDidSettle' | 'lookedAgain'>,
  signal: AbortSignal,
  send: () => Promise<readonly BulkResult[]>,
): Promise<readonly BulkResult[]> {
  const overtaken = new Map<string, SettledEntry>();
  const stopListening = onDidSettle((entry) => {
    if (entry.outcome.kind === 'overtaken') overtaken.set(entry.id, entry);
  });
  try {
    const results = await send();
    await unlessAborted(lookedAgain(), signal);
    return results.map((result) => {
      const entry = result.kind === 'settled' ? overtaken.get(result.entry.id) : undefined;
      return entry === undefined ? result : { item: result.item, kind: 'settled', entry };
    });
  } finally {
    stopListening();
  }
}

async function unlessAborted(done: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([done, aborted]);
}
