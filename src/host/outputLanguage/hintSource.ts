import { createChangeEvent } from '../../app/changeEvent.ts';
import type { Connections } from '../../app/connections.ts';
import type { Clock, Listen, Log } from '../../app/ports.ts';
import type { Stale } from '../../app/store.ts';
import type { OutputHints } from '../../domain/engine.ts';
import { taskKey } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import { noHints } from './knowledge.ts';

/**
 * The engines' hints about outputs. They are read once per open document and kept until it closes.
 */
export interface HintSource {
  /** The hints so far. It starts reading when there are none. Never throws. */
  now(task: Task): OutputHints;
  /** The hints after a short wait for a running read. */
  soon(task: Task): Promise<OutputHints>;
  forget(ref: TaskRef): void;
  /** Reads the hints again on the next use, after the person asked for a refresh. */
  expire(stale: Stale): void;
  /** Fires when new hints have arrived. */
  readonly onDidChange: Listen;
  dispose(): void;
}

export interface HintParts {
  readonly connections: Pick<Connections, 'connected'>;
  readonly clock: Clock;
  readonly log: Log;
}

interface Entry {
  readonly ref: TaskRef;
  readonly abort: AbortController;
  readonly reading: Promise<void>;
  hints: OutputHints;
  isStale: boolean;
}

// Suggestions that come later do not help a person who types.
const patienceMs = 2_000;

export function createHintSource({ connections, clock, log }: HintParts): HintSource {
  const changes = createChangeEvent();
  const entries = new Map<string, Entry>();

  // Outputs can be written without hints, so an error only means fewer of them.
  async function keep(key: string, task: Task, signal: AbortSignal): Promise<void> {
    try {
      const hints = await readHints(connections, task, signal);
      const entry = entries.get(key);
      if (signal.aborted || entry === undefined) return;
      entry.hints = hints;
      changes.fire();
    } catch (error) {
      if (!signal.aborted) log.debug(`No hints for the output: ${String(error)}`);
    }
  }

  function begin(task: Task, until: OutputHints): Entry {
    const key = taskKey(task.ref);
    const abort = new AbortController();
    const reading = keep(key, task, abort.signal);
    const entry: Entry = { ref: task.ref, abort, reading, hints: until, isStale: false };
    entries.get(key)?.abort.abort();
    entries.set(key, entry);
    return entry;
  }

  function entryOf(task: Task): Entry {
    const known = entries.get(taskKey(task.ref));
    return known === undefined || known.isStale ? begin(task, known?.hints ?? noHints) : known;
  }

  return {
    now: (task) => entryOf(task).hints,
    soon: async (task) => {
      const entry = entryOf(task);
      const enough = new AbortController();
      const patience = clock.wait(patienceMs, enough.signal).catch(() => undefined);
      await Promise.race([entry.reading, patience]);
      enough.abort();
      return entry.hints;
    },
    forget: (ref) => {
      entries.get(taskKey(ref))?.abort.abort();
      entries.delete(taskKey(ref));
    },
    expire: ({ connection, execution }) => {
      for (const entry of entries.values()) {
        const { ref } = entry;
        const isMeant =
          (connection === undefined || connection === ref.connection) &&
          (execution === undefined || execution === ref.execution);
        if (isMeant) entry.isStale = true;
      }
    },
    onDidChange: changes.listen,
    dispose: () => {
      for (const { abort } of entries.values()) abort.abort();
      entries.clear();
    },
  };
}

async function readHints(
  connections: HintParts['connections'],
  task: Task,
  signal: AbortSignal,
): Promise<OutputHints> {
  const { engine } = await connections.connected(task.ref.connection);
  return (await engine.outputHints?.(task, signal)) ?? noHints;
}
