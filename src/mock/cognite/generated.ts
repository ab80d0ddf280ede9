import type { ExecutionSummary } from './model.ts';

/** Executions that can be made at any moment, so that a million of them cost nothing. */
export interface Generated {
  readonly count: number;
  /** The number of the execution with this id, or with a task of this id. */
  indexOf(id: string): number | undefined;
  /** What lists show of it. */
  summary(index: number): ExecutionSummary;
  /** Makes it for good: from now on the store holds it and its tasks. */
  make(index: number): void;
}
