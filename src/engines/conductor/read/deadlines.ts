import type { WorkflowRecord } from '../wire/records.ts';
import { deadlineOf } from '../toDomain/deadline.ts';

/** The time limits of the executions that were read last. A task alone does not tell them. */
export interface Deadlines {
  note(record: WorkflowRecord): void;
  /** True where the execution is known to be over its time limit. */
  isOverdue(execution: string | undefined): boolean;
}

const mostExecutions = 2_000;

export function createDeadlines(now: () => number): Deadlines {
  const known = new Map<string, number>();
  return {
    note(record) {
      const id = record.workflowId;
      const deadline = deadlineOf(record);
      known.delete(id);
      if (deadline === undefined) return;
      known.set(id, deadline);
      const [oldest] = known.keys();
      if (known.size > mostExecutions && oldest !== undefined) known.delete(oldest);
    },
    isOverdue: (execution) => now() > (known.get(execution ?? '') ?? Infinity),
  };
}
