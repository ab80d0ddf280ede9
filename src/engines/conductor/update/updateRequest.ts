import { EngineError } from '../../../domain/engineError.ts';
import { type JsonObject, jsonBytes, isJsonObject, mergeShallow } from '../../../domain/json.ts';
import type { Task } from '../../../domain/task.ts';
import type { TaskUpdate } from '../../../domain/taskUpdate.ts';
import type { HttpRequest } from '../../../http/httpRequest.ts';
import {
  type ByName,
  type TaskResult,
  updateById,
  updateByName,
  updateByNameSync,
  type Updated,
} from '../wire/endpoints.ts';
import { logLines } from '../toDomain/logLines.ts';
import { statusToSend } from './expectedStatuses.ts';
import { readEngineFields } from '../toDomain/engineFields.ts';
import type { Route } from './route.ts';

const requests: Readonly<
  Record<Route, (task: Task, update: TaskUpdate, now: number) => HttpRequest<Updated>>
> = {
  sync: (task, update) => updateByNameSync(byName(task, update)),
  byName: (task, update) => updateByName(byName(task, update)),
  byId: (task, update, now) => updateById(byId(task, update, now)),
};

/** The request for an update. `now`, in epoch milliseconds, dates its log lines. */
export function updateRequest(
  route: Route,
  task: Task,
  update: TaskUpdate,
  now: number,
): HttpRequest<Updated> {
  return requests[route](task, update, now);
}

/** An update by reference name: the server merges these keys into the present output. */
export function byName(task: Task, update: TaskUpdate): ByName {
  // Checks the size of the merged output, not only of the part that is sent.
  outputAfter(task, update);
  return {
    execution: task.ref.execution ?? '',
    name: task.name,
    status: statusToSend(update),
    output: changeOf(update) ?? {},
    // The synchronous request clears the worker unless one is named.
    worker: workerOf(task, update),
  };
}

/**
 * An update by task id. The server replaces all these fields and clears the absent ones, so every
 * field that the person did not change is copied from the task as it was just read.
 */
export function byId(task: Task, update: TaskUpdate, now: number): TaskResult {
  const fields = readEngineFields(task);
  const reason = update.reason ?? task.reason;
  const worker = workerOf(task, update);
  const callback = update.fields?.['callbackAfterSeconds'] ?? fields.callbackAfterSeconds;
  const logs = logLines(update.fields?.['log']);
  return {
    workflowInstanceId: task.ref.execution ?? '',
    taskId: task.ref.task,
    status: statusToSend(update),
    outputData: outputAfter(task, update),
    ...(reason === undefined ? {} : { reasonForIncompletion: reason }),
    ...(callback === -1 ? {} : { callbackAfterSeconds: callback }),
    ...(worker === undefined ? {} : { workerId: worker }),
    ...(fields.subWorkflowId === '' ? {} : { subWorkflowId: fields.subWorkflowId }),
    ...(logs.length === 0 ? {} : { logs: logs.map((log) => ({ log, createdTime: now })) }),
  };
}

/**
 * The output after the update. Throws EngineError where it is so large that the server would drop
 * it.
 */
function outputAfter(task: Task, update: TaskUpdate): JsonObject {
  const held = isJsonObject(task.output) ? task.output : {};
  const change = changeOf(update);
  if (change === undefined) return held;
  const replaces = update.output?.kind === 'object' && update.output.mode === 'replace';
  const output = replaces ? change : mergeShallow(held, change);
  const limit = task.options.output?.limitBytes ?? Infinity;
  const bytes = jsonBytes(output);
  if (bytes <= limit) return output;
  throw invalidUpdate('tooLarge', `The output would be ${bytes} bytes; Conductor takes ${limit}.`);
}

function changeOf(update: TaskUpdate): JsonObject | undefined {
  if (update.output === undefined) return undefined;
  if (update.output.kind === 'object') return update.output.value;
  throw invalidUpdate('invalid', 'Conductor takes a JSON object as output, not text.');
}

function workerOf(task: Task, update: TaskUpdate): string | undefined {
  const worker = update.fields?.['workerId'];
  return typeof worker === 'string' && worker.trim() !== '' ? worker : task.worker;
}

function invalidUpdate(kind: 'invalid' | 'tooLarge', message: string): EngineError {
  return new EngineError(kind, message, { nothingApplied: true });
}
