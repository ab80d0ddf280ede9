import { createChangeEvent } from '../../app/changeEvent.ts';
import type { Clock, Listen } from '../../app/ports.ts';
import type { Phase } from '../../app/updates/submitRequest.ts';
import type { Updates } from '../../app/updates/updates.ts';
import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import { sameTask, taskKey } from '../../domain/task.ts';
import type { TaskRef } from '../../domain/task.ts';
import type { Icon } from '../words/row.ts';
import { outcomeLook } from '../words/outcomeLook.ts';

/** What a task's row shows about a running or recent update. */
export interface RowDecoration {
  readonly kind: 'busy' | Outcome['kind'];
  readonly icon: Icon;
  readonly text: string;
}

/** The decorations of all tasks' rows. A row shows the outcome of its update for a while. */
export interface RowDecorations {
  of(ref: TaskRef): RowDecoration | undefined;
  readonly onDidChange: Listen;
  dispose(): void;
}

const phaseTexts: Record<Phase, string> = {
  checking: 'checking…',
  asking: 'waiting for your answer…',
  sending: 'sending…',
  verifying: 'verifying…',
};

// The status that the engine showed, then the outcome's word. Without a status, the word alone.
function decorationText(entry: JournalEntry, word: string): string {
  const status = entry.outcome?.after?.status;
  return status === undefined ? word : `${status} · ${word}`;
}

// A confirmed outcome soon shows in the row's status itself. Other outcomes need attention.
const confirmedForMs = 10_000;
const othersForMs = 10 * 60_000;

export function createRowDecorations(
  updates: Pick<Updates, 'phaseOf' | 'onDidChange' | 'onDidSettle'>,
  clock: Clock,
): RowDecorations {
  const emitter = createChangeEvent();
  const stop = new AbortController();
  const ended = new Map<string, JournalEntry>();

  async function forget(entry: JournalEntry, afterMs: number): Promise<void> {
    try {
      await clock.wait(afterMs, stop.signal);
    } catch {
      // The window is closing, so nothing has to be removed.
      return;
    }
    const key = taskKey(entry.ref);
    if (ended.get(key) !== entry) return;
    ended.delete(key);
    emitter.fire();
  }

  const listening = [
    updates.onDidChange(emitter.fire),
    updates.onDidSettle((entry) => {
      ended.set(taskKey(entry.ref), entry);
      emitter.fire();
      void forget(entry, entry.outcome.kind === 'confirmed' ? confirmedForMs : othersForMs);
    }),
  ];

  return {
    of: (ref) => {
      const phase = updates.phaseOf(ref);
      if (phase !== undefined) {
        return { kind: 'busy', icon: { name: 'loading~spin' }, text: phaseTexts[phase] };
      }
      const entry = ended.get(taskKey(ref));
      if (entry?.outcome === undefined || !sameTask(entry.ref, ref)) return undefined;
      const { icon, word } = outcomeLook(entry.outcome);
      return { kind: entry.outcome.kind, icon, text: decorationText(entry, word) };
    },
    onDidChange: emitter.listen,
    dispose: () => {
      for (const stopListening of listening) stopListening();
      stop.abort();
    },
  };
}
