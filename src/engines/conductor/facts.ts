import type { Task } from '../../domain/task.ts';
import type { TaskRecord } from './records.ts';
import { isWorkerType, steeringOf, taskType } from './taskType.ts';

/** What this engine must know of a task beyond the domain's words to explain and send an update. */
export interface Facts {
  /** A worker polls for it, as opposed to the server running it itself. */
  readonly worker: boolean;
  /** Its failure does not stop the workflow. */
  readonly optional: boolean;
  /** Its failure lets the flow go on, and fails the workflow at its end. */
  readonly permissive: boolean;
  /** How many tries follow when it fails now. */
  readonly retriesLeft: number;
  /** Its output was too large for the database and lies elsewhere; then it reads as empty. */
  readonly externalOutput: boolean;
  /** Another pending task of the execution has the same reference name. */
  readonly sharesName: boolean;
  /** -1 where the server sent none. */
  readonly callbackAfterSeconds: number;
  /** Empty where it started no workflow. */
  readonly subWorkflowId: string;
}

export function factsOf(record: TaskRecord, sharesName: boolean): Facts {
  const defined = record.workflowTask;
  const type = taskType(record);
  return {
    worker: isWorkerType(type),
    optional: defined?.optional ?? false,
    permissive: defined?.permissive ?? false,
    retriesLeft: steeringOf(type) === undefined ? retriesLeft(record) : 0,
    externalOutput: record.externalOutputPayloadStoragePath !== undefined,
    sharesName,
    callbackAfterSeconds: record.callbackAfterSeconds ?? -1,
    subWorkflowId: record.subWorkflowId ?? '',
  };
}

/** The facts that a task of this engine carries; what is missing counts as not so. */
export function readFacts(task: Task): Facts {
  const { facts } = task;
  const text = facts['subWorkflowId'];
  return {
    worker: facts['worker'] === true,
    optional: facts['optional'] === true,
    permissive: facts['permissive'] === true,
    retriesLeft: numberOr(facts['retriesLeft'], 0),
    externalOutput: facts['externalOutput'] === true,
    sharesName: facts['sharesName'] === true,
    callbackAfterSeconds: numberOr(facts['callbackAfterSeconds'], -1),
    subWorkflowId: typeof text === 'string' ? text : '',
  };
}

/**
 * The workflow's own count wins over the task definition's, but where there is no definition
 * nothing is tried again (DeciderService.retry). A worker task that was never registered still gets
 * one from the server, with three retries (seen on 3.21 and 3.32).
 */
function retriesLeft(record: TaskRecord): number {
  const defined = record.workflowTask;
  const definition = defined?.taskDefinition ?? record.taskDefinition;
  const limit = definition === undefined ? 0 : (defined?.retryCount ?? definition.retryCount ?? 0);
  return Math.max(0, limit - (record.retryCount ?? 0));
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
