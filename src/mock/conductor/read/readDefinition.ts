import { textOf, type Json, type JsonObject } from '../../json.ts';
import { asEnum, asFlag, asInt, asList, asMap, asObject, asText, field } from './javaFields.ts';
import { broken, type ValidationError } from '../serverError.ts';

const common = 'com.netflix.conductor.common.metadata';
const taskType = `${common}.workflow.WorkflowTask`;

/** A workflow definition with the types of its class. @throws {ServerError} 500 for other types */
export function readWorkflowDef(body: JsonObject): JsonObject {
  const tasks = field(body, 'tasks', asList(taskType))?.map((task) => readTask(task));
  if (body['tasks'] === null || tasks?.includes(null)) {
    throw invalidCall;
  }
  const policies = ['TIME_OUT_WF', 'ALERT_ONLY'];
  return withValues(body, {
    name: field(body, 'name', asText),
    version: field(body, 'version', asInt('int')),
    tasks,
    timeoutPolicy: field(
      body,
      'timeoutPolicy',
      asEnum(`${common}.workflow.WorkflowDef$TimeoutPolicy`, policies),
    ),
    timeoutSeconds: field(body, 'timeoutSeconds', asInt('long')),
    restartable: field(body, 'restartable', asFlag),
    inputParameters: field(body, 'inputParameters', asList('java.lang.String')),
    outputParameters: field(body, 'outputParameters', asMap),
    variables: field(body, 'variables', asMap),
    inputTemplate: field(body, 'inputTemplate', asMap),
  });
}

/** The server's own check of a definition fails. */
export const invalidCall = broken('HV000028: Unexpected exception during isValid call.');

function readTask(task: Json): Json {
  return task === null ? null : asObject(taskType)(task);
}

/** A task definition with the types of its class. @throws {ServerError} 500 for other types */
export function readTaskDef(body: JsonObject): JsonObject {
  const logics = ['FIXED', 'EXPONENTIAL_BACKOFF', 'LINEAR_BACKOFF'];
  const policies = ['RETRY', 'TIME_OUT_WF', 'ALERT_ONLY'];
  return withValues(body, {
    name: field(body, 'name', asText),
    retryLogic: field(body, 'retryLogic', asEnum(`${common}.tasks.TaskDef$RetryLogic`, logics)),
    timeoutPolicy: field(
      body,
      'timeoutPolicy',
      asEnum(`${common}.tasks.TaskDef$TimeoutPolicy`, policies),
    ),
    retryCount: field(body, 'retryCount', asInt('int')),
    timeoutSeconds: field(body, 'timeoutSeconds', asInt('long')),
    responseTimeoutSeconds: field(body, 'responseTimeoutSeconds', asInt('long')),
    backoffScaleFactor: field(body, 'backoffScaleFactor', asInt('java.lang.Integer')),
    inputKeys: field(body, 'inputKeys', asList('java.lang.String')),
    outputKeys: field(body, 'outputKeys', asList('java.lang.String')),
  });
}

function withValues(body: JsonObject, values: JsonObject): JsonObject {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return { ...body, ...Object.fromEntries(known) };
}

/** What a task definition's values lack, with paths that start with `where`. */
export function taskDefErrors(body: JsonObject, where: string): ValidationError[] {
  const { name, retryCount = 0, timeoutSeconds = 0 } = body;
  const { responseTimeoutSeconds: response = 3600, backoffScaleFactor: factor = 1 } = body;
  const errors: ValidationError[] = [];
  const add = (key: string, message: string) => {
    errors.push({ path: `${where}.${key}`, message, invalidValue: textOf(body[key]) });
  };
  if (name === undefined || name === '') {
    errors.push({ path: `${where}.name`, message: 'TaskDef name cannot be null or empty' });
  }
  if (Number(retryCount) < 0) add('retryCount', 'TaskDef retryCount: 0 must be >= 0');
  if (Number(response) < 1) {
    const message = `TaskDef responseTimeoutSeconds: ${Number(response)} should be minimum 1 second`;
    add('responseTimeoutSeconds', message);
  }
  if (Number(factor) < 1) {
    add('backoffScaleFactor', 'Backoff scale factor. Applicable for LINEAR_BACKOFF');
  }
  if (Number(timeoutSeconds) > 0 && Number(response) > Number(timeoutSeconds)) {
    const message = `TaskDef: ${textOf(name)} responseTimeoutSeconds: ${Number(response)} must be less than timeoutSeconds: ${Number(timeoutSeconds)}`;
    errors.push({ path: where, message });
  }
  return errors;
}
