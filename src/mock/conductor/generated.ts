import type { Execution } from './model.ts';

/** Executions that are created when they are read: a million of them need no memory. */
export interface Generated {
  readonly count: number;
  /**
   * One execution of each story; execution number N equals sample N modulo the number of samples.
   */
  readonly samples: readonly Execution[];
  /** Numbers of executions that were read by id and are now in the store. */
  readonly taken: ReadonlySet<number>;
  /** The start of number 0, the newest; each further one started `stepMs` earlier. */
  readonly newest: number;
  readonly stepMs: number;
  idOf(index: number): string;
  /** Creates an execution for a list without storing it. */
  make(index: number): Execution;
  /** Creates the execution with this id; undefined where there is none. */
  find(workflowId: string): Execution | undefined;
  /** Puts the execution that has this id, or a task with this id, into the store. */
  take(id: string): void;
  takeByCorrelation(correlationId: string): void;
}
