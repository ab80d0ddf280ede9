import { copyJson, isObject, type Json, type JsonObject } from '../../json.ts';
import { asEnum, asFlag, asInt, asList, asMap, asText, field, unreadable } from './javaFields.ts';
import type { TaskStatus } from '../model.ts';
import { broken } from '../serverError.ts';
import { settableStatuses, type TaskLog, type TaskResult } from '../updateTask.ts';

const statusType = 'com.netflix.conductor.common.metadata.tasks.TaskResult$Status';
const logType = 'com.netflix.conductor.common.metadata.tasks.TaskExecLog';

/** Reads a TaskResult. @throws {ServerError} 500 where a field has the wrong type */
export function readTaskResult(
  body: JsonObject,
  version: string,
): Omit<TaskResult, 'status'> & { readonly status: TaskStatus | undefined } {
  if (body['outputMessage'] !== undefined && body['outputMessage'] !== null) {
    // The server's JSON library does not know the type of a gRPC message.
    throw broken('JSON parse error: Cannot invoke "Object.getClass()" because "type" is null');
  }
  const outputData = field(body, 'outputData', asMap) ?? {};
  return {
    workflowInstanceId: field(body, 'workflowInstanceId', asText) ?? '',
    taskId: field(body, 'taskId', asText) ?? '',
    status: field(body, 'status', statusOf(version)),
    outputData: copyJson(outputData),
    reasonForIncompletion: field(body, 'reasonForIncompletion', asText),
    callbackAfterSeconds: field(body, 'callbackAfterSeconds', asInt('long')) ?? 0,
    workerId: field(body, 'workerId', asText),
    subWorkflowId: field(body, 'subWorkflowId', asText),
    logs: (field(body, 'logs', asList(logType)) ?? []).map(toLog),
    extendLease: field(body, 'extendLease', asFlag) ?? false,
    externalOutput: field(body, 'externalOutputPayloadStoragePath', asText),
  };
}

function statusOf(version: string) {
  const listed = settableStatuses(version);
  const names = declared.filter((name) => listed.includes(name));
  return asEnum(statusType, names, listed);
}

/** The order of the statuses in the server's class. */
const declared: readonly TaskStatus[] = [
  'IN_PROGRESS',
  'FAILED',
  'FAILED_WITH_TERMINAL_ERROR',
  'COMPLETED',
  'CANCELED',
];

function toLog(item: Json): TaskLog | null {
  if (!isObject(item)) {
    if (item === null) return null;
    if (typeof item === 'string') return { log: item, createdTime: undefined };
    throw unreadable(logType, item);
  }
  return {
    log: field(item, 'log', asText),
    createdTime: field(item, 'createdTime', asInt('long')) ?? 0,
  };
}
