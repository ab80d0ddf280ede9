import type { TaskRef } from '../domain/task.ts';
import type { Clock } from './ports.ts';
import type { Store } from './store.ts';
import type { Updates } from './updates/updates.ts';

// A single update is read again at once; while many are sent, their rows follow this often.
const restMs = 2_000;
// A few executions are read again one by one; for many, the connection is.
const mostExecutions = 8;

/** Has the store read again what updates changed. Returns how to stop that. */
export function refreshSettled(
  updates: Pick<Updates, 'onDidSettle'>,
  store: Pick<Store, 'invalidate'>,
  clock: Clock,
): () => void {
  const stop = new AbortController();
  let settled: TaskRef[] = [];
  let isResting = false;

  function refresh(): void {
    for (const [connection, executions] of byConnection(settled)) {
      if (executions.size > mostExecutions) store.invalidate(connection);
      else for (const execution of executions) store.invalidate(connection, execution);
    }
    settled = [];
  }

  async function rest(): Promise<void> {
    isResting = true;
    while (settled.length > 0) {
      refresh();
      await clock.wait(restMs, stop.signal);
    }
    isResting = false;
  }

  const stopListening = updates.onDidSettle(({ ref }) => {
    settled.push(ref);
    // Only the end of the window ends the wait.
    if (!isResting) rest().catch(() => undefined);
  });
  return () => {
    stopListening();
    stop.abort();
  };
}

function byConnection(refs: readonly TaskRef[]): Map<string, Set<string | undefined>> {
  const found = new Map<string, Set<string | undefined>>();
  for (const { connection, execution } of refs) {
    found.set(connection, (found.get(connection) ?? new Set()).add(execution));
  }
  return found;
}
