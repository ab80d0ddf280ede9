import type { JsonObject } from '../json.ts';
import type { TaskRun, WorkflowStatus } from './model.ts';

/** Thrown while deciding, to end the workflow. */
export class TerminateWorkflow extends Error {
  readonly status: WorkflowStatus;
  readonly reason: string | undefined;
  /** The task that ended it, if one did. */
  readonly task: TaskRun | undefined;
  /** The workflow output that a TERMINATE task sets. */
  readonly output: JsonObject | undefined;
  /** True where somebody asked for it: only other ends start the failure workflow. */
  readonly isAsked: boolean;

  constructor(
    status: WorkflowStatus,
    reason: string | undefined,
    more: { task?: TaskRun; output?: JsonObject; isAsked?: boolean } = {},
  ) {
    super(reason ?? status);
    this.status = status;
    this.reason = reason;
    this.task = more.task;
    this.output = more.output;
    this.isAsked = more.isAsked ?? false;
  }
}
