import type { JsonObject } from '../json.ts';
import type { WorkflowDef, WorkflowTask } from './workflowDef.ts';

export type TaskStatus =
  | 'IN_PROGRESS'
  | 'CANCELED'
  | 'FAILED'
  | 'FAILED_WITH_TERMINAL_ERROR'
  | 'COMPLETED'
  | 'COMPLETED_WITH_ERRORS'
  | 'SCHEDULED'
  | 'TIMED_OUT'
  | 'SKIPPED';

export type WorkflowStatus =
  | 'RUNNING'
  | 'COMPLETED'
  | 'FAILED'
  | 'TIMED_OUT'
  | 'TERMINATED'
  | 'PAUSED';

/** One attempt of one task. Times are epoch milliseconds; 0 means not yet. */
export interface TaskRun {
  readonly taskId: string;
  readonly taskType: string;
  readonly taskDefName: string;
  readonly referenceTaskName: string;
  readonly workflowId: string;
  /** Undefined for a task that was skipped before it was reached. */
  readonly workflowType: string | undefined;
  readonly workflowTask: WorkflowTask;
  readonly retryCount: number;
  readonly retriedTaskId: string | undefined;
  readonly startDelayInSeconds: number;
  readonly loopOverTask: boolean;
  readonly scheduledTime: number;
  /** The domain whose workers get it; undefined for the workers without one. */
  readonly domain: string | undefined;
  status: TaskStatus;
  inputData: JsonObject;
  outputData: JsonObject;
  retried: boolean;
  executed: boolean;
  seq: number;
  iteration: number;
  pollCount: number;
  startTime: number;
  endTime: number;
  updateTime: number;
  callbackAfterSeconds: number;
  workerId: string | undefined;
  reasonForIncompletion: string | undefined;
  subWorkflowId: string | undefined;
  /** Where the server is told to find the output. */
  externalOutput: string | undefined;
  /** When a worker may poll it. */
  availableAt: number;
  /** When a WAIT ends by itself. */
  waitUntil: number | undefined;
  /** False until the first update: only then the search index contains the task. */
  indexed: boolean;
}

/** One run of a workflow. */
export interface Execution {
  readonly workflowId: string;
  readonly createTime: number;
  correlationId: string | undefined;
  readonly parentWorkflowId: string | undefined;
  readonly parentWorkflowTaskId: string | undefined;
  readonly priority: number;
  readonly taskToDomain: JsonObject;
  definition: WorkflowDef;
  status: WorkflowStatus;
  input: JsonObject;
  output: JsonObject;
  variables: JsonObject;
  tasks: TaskRun[];
  startTime: number;
  updateTime: number;
  endTime: number;
  lastRetriedTime: number;
  reasonForIncompletion: string | undefined;
  reRunFromWorkflowId: string | undefined;
  failedReferenceTaskNames: string[];
  failedTaskNames: string[];
}

const terminalTasks: ReadonlySet<TaskStatus> = new Set<TaskStatus>([
  'CANCELED',
  'FAILED',
  'FAILED_WITH_TERMINAL_ERROR',
  'COMPLETED',
  'COMPLETED_WITH_ERRORS',
  'TIMED_OUT',
  'SKIPPED',
]);

export function isTaskTerminal(status: TaskStatus): boolean {
  return terminalTasks.has(status);
}

export function isTaskSuccessful(status: TaskStatus): boolean {
  return (
    !terminalTasks.has(status) ||
    status === 'COMPLETED' ||
    status === 'COMPLETED_WITH_ERRORS' ||
    status === 'SKIPPED'
  );
}

export function isWorkflowTerminal(status: WorkflowStatus): boolean {
  return status !== 'RUNNING' && status !== 'PAUSED';
}
