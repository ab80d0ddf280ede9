import type { ExecutionSummary } from './model.ts';

/** Executions that are computed on demand, so that a million of them need no memory. */
export interface Generated {
  readonly count: number;
  /** The number of the execution that has this id, or a task with this id. */
  indexOf(id: string): number | undefined;
  /** The fields that lists show. */
  summary(index: number): ExecutionSummary;
  /** Puts the execution and its tasks into the store. */
  make(index: number): void;
}
