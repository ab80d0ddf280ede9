import type { JsonObject } from '../json.ts';
import type { TaskRun, WorkflowStatus } from './model.ts';

/** Thrown while deciding: the workflow ends now. */
export class TerminateWorkflow extends Error {
  readonly status: WorkflowStatus;
  readonly reason: string | undefined;
  /** The task that ended it, if one did. */
  readonly task: TaskRun | undefined;
  /** The output that a TERMINATE task asks for. */
  readonly output: JsonObject | undefined;

  constructor(
    status: WorkflowStatus,
    reason: string | undefined,
    more: { task?: TaskRun; output?: JsonObject } = {},
  ) {
    super(reason ?? status);
    this.status = status;
    this.reason = reason;
    this.task = more.task;
    this.output = more.output;
  }
}
