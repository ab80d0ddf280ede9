import type { Execution } from './model.ts';

/** Executions that are made when somebody looks at them: a million of them cost nothing. */
export interface Generated {
  readonly count: number;
  /** One execution of each story; execution number N is like number N modulo their number. */
  readonly samples: readonly Execution[];
  /** Numbers that somebody asked for by id: these are in the store now. */
  readonly taken: ReadonlySet<number>;
  /** When number 0, the newest, started; every further one started `stepMs` before the last. */
  readonly newest: number;
  readonly stepMs: number;
  idOf(index: number): string;
  /** Makes an execution for a list; it is not kept. */
  make(index: number): Execution;
  /** Makes the execution with this id; undefined where there is none. */
  find(workflowId: string): Execution | undefined;
  /** Puts the execution that has this id, or a task with this id, into the store for good. */
  take(id: string): void;
  takeByCorrelation(correlationId: string): void;
}
