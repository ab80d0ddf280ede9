import type { JsonObject } from '../json.ts';

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

export type ExecutionStatus = 'RUNNING' | 'COMPLETED' | 'FAILED' | 'TIMED_OUT' | 'TERMINATED';

export type OnFailure = 'abortWorkflow' | 'skipTask';

export interface Workflow {
  readonly externalId: string;
  readonly description: string | undefined;
  readonly dataSetId: number | undefined;
  readonly dataDomainExternalId: string | undefined;
  readonly maxConcurrentExecutions: number | undefined;
  readonly createdTime: number;
  readonly lastUpdatedTime: number;
}

/** One task of a definition, with defaults filled in. */
export interface TaskDef {
  readonly externalId: string;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly retries: number;
  /** Seconds. */
  readonly timeout: number;
  readonly onFailure: OnFailure;
  readonly dependsOn: readonly string[];
  /** The submitted definition with defaults added, as answers show it. */
  readonly source: JsonObject;
}

export interface Definition {
  /** 40 hexadecimal digits, upper case. */
  readonly hash: string;
  readonly description: string | undefined;
  readonly tasks: readonly TaskDef[];
}

export interface Version {
  readonly workflowExternalId: string;
  readonly version: string;
  readonly definition: Definition;
  readonly createdTime: number;
  readonly lastUpdatedTime: number;
}

/** Tasks of one level: those of the definition, or those inside one container task. */
export interface Scope {
  /** The dynamic task or subworkflow that contains them; undefined at the top level. */
  readonly container: TaskRun | undefined;
  readonly outer: Scope | undefined;
  readonly tasks: readonly TaskDef[];
}

/** One attempt of one task. Times are epoch milliseconds. */
export interface TaskRun {
  readonly id: string;
  readonly def: TaskDef;
  readonly scope: Scope;
  /** 0 for the first. */
  readonly attempt: number;
  status: TaskStatus;
  input: JsonObject;
  output: JsonObject;
  startTime: number | undefined;
  endTime: number | undefined;
  reason: string | undefined;
}

/** The fields of an execution that lists show. */
export interface ExecutionSummary {
  readonly id: string;
  readonly engineExecutionId: string;
  readonly workflowExternalId: string;
  readonly version: string;
  readonly metadata: JsonObject;
  readonly createdTime: number;
  readonly startTime: number;
  readonly status: ExecutionStatus;
  readonly endTime: number | undefined;
  readonly reason: string | undefined;
}

export interface Execution extends ExecutionSummary {
  readonly definition: Definition;
  readonly input: JsonObject | undefined;
  readonly top: Scope;
  readonly scopes: Scope[];
  readonly runs: TaskRun[];
  status: ExecutionStatus;
  endTime: number | undefined;
  reason: string | undefined;
}

export interface Trigger {
  readonly externalId: string;
  readonly triggerRule: JsonObject;
  readonly workflowExternalId: string;
  readonly workflowVersion: string;
  readonly input: JsonObject | undefined;
  readonly metadata: JsonObject;
  readonly createdTime: number;
  readonly lastUpdatedTime: number;
  readonly isPaused: boolean;
}

export const openStatuses: readonly TaskStatus[] = ['IN_PROGRESS', 'SCHEDULED'];
export const throughStatuses: readonly TaskStatus[] = [
  'COMPLETED',
  'COMPLETED_WITH_ERRORS',
  'SKIPPED',
];
