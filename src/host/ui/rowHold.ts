import type { Clock } from '../../app/ports.ts';
import { isAbort } from '../../domain/engineError.ts';

interface HasId {
  readonly id: string;
}

/**
 * After a click on a row's button the row keeps its place for a moment. A second click on the same
 * spot would else hit the row that moved there.
 */
export interface RowHold {
  /** Keeps this row's place from now on, anew with every click. */
  keep(id: string): void;
  /**
   * True where the new rows would move the row that was clicked. Then `again` is called once the
   * moment is over.
   */
  isMoved(before: readonly HasId[], after: readonly HasId[]): boolean;
  dispose(): void;
}

// Longer than the pause between two clicks of a double click, which is 500 ms in most systems.
const holdMs = 2000;

export function createRowHold(clock: Clock, again: () => void): RowHold {
  let kept: { readonly id: string; readonly untilMs: number } | undefined;
  let waiting: AbortController | undefined;

  const remainingMs = () => (kept?.untilMs ?? 0) - clock.now();

  async function waitForEnd(signal: AbortSignal): Promise<void> {
    try {
      // A further click moves the end.
      for (let ms = remainingMs(); ms > 0; ms = remainingMs()) await clock.wait(ms, signal);
    } catch (error) {
      if (isAbort(error)) return;
      throw error;
    }
    kept = undefined;
    waiting = undefined;
    again();
  }

  return {
    keep: (id) => {
      kept = { id, untilMs: clock.now() + holdMs };
    },
    isMoved: (before, after) => {
      if (kept === undefined || remainingMs() <= 0) return false;
      if (!movesRow(before, after, kept.id)) return false;
      if (waiting === undefined) {
        waiting = new AbortController();
        void waitForEnd(waiting.signal);
      }
      return true;
    },
    dispose: () => waiting?.abort(),
  };
}

/** Whether a row or a row above it changes. Rows below it may change. */
function movesRow(before: readonly HasId[], after: readonly HasId[], id: string): boolean {
  const at = before.findIndex((row) => row.id === id);
  return before.slice(0, at + 1).some((row, index) => row.id !== after[index]?.id);
}
