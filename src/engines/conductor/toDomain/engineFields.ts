import type { Task } from '../../../domain/task.ts';
import type { TaskRecord } from '../wire/records.ts';
import { isWorkerType, steeringOf, taskType } from './taskType.ts';

/**
 * What this engine needs to know of a task to explain and send an update, beyond the fields of
 * Task.
 */
export interface EngineFields {
  /** A worker polls for it; otherwise the server runs it. */
  readonly worker: boolean;
  /** A failure does not stop the workflow. */
  readonly optional: boolean;
  /** After a failure the workflow goes on, and fails at its end. */
  readonly permissive: boolean;
  /** How many attempts follow if it fails now. */
  readonly retriesLeft: number;
  /** Its output was too large for the database and is stored elsewhere, so it reads as empty. */
  readonly externalOutput: boolean;
  /** Another pending task of the execution has the same reference name. */
  readonly sharesName: boolean;
  /** -1 where the server sent none. */
  readonly callbackAfterSeconds: number;
  /** Empty where the task started no workflow. */
  readonly subWorkflowId: string;
}

export function engineFieldsOf(record: TaskRecord, sharesName: boolean): EngineFields {
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

/** Reads the fields back from a task; an absent field gets its default. */
export function readEngineFields(task: Task): EngineFields {
  const { engineFields } = task;
  const text = engineFields['subWorkflowId'];
  return {
    worker: engineFields['worker'] === true,
    optional: engineFields['optional'] === true,
    permissive: engineFields['permissive'] === true,
    retriesLeft: numberOr(engineFields['retriesLeft'], 0),
    externalOutput: engineFields['externalOutput'] === true,
    sharesName: engineFields['sharesName'] === true,
    callbackAfterSeconds: numberOr(engineFields['callbackAfterSeconds'], -1),
    subWorkflowId: typeof text === 'string' ? text : '',
  };
}

/**
 * The workflow's retry count overrides that of the task definition, but without a definition
 * nothing is retried (DeciderService.retry). The server itself adds a definition with three retries
 * to a worker task that was never registered (seen on 3.21 and 3.32).
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
