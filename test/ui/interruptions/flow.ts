import type { Place } from '../harness/sharedWindow.ts';
import type { Holding } from './holdings.ts';

/** A way to an update, interrupted at each of its steps. */
export interface Flow {
  readonly name: string;
  /** What there has to be before the first step; it may send something. */
  prepare?(place: Place): Promise<void>;
  readonly steps: readonly Step[];
}

/** One step of it; it begins where the one before it ended. */
export interface Step {
  readonly name: string;
  /**
   * What there is to lose when the step is done: nothing that was typed, or what is found again.
   * Absent where the step is interrupted in another flow already.
   */
  readonly holds?: 'nothing' | Holding;
  /** What is typed holds the mark, which tells this time from all others. */
  go(place: Place, mark: string): Promise<void>;
}
