import type { Json, JsonObject } from '../../domain/json.ts';
import { path } from '../../http/path.ts';
import type { HttpAnswer, HttpRequest } from '../../http/httpRequest.ts';
import { ShapeError } from '../../http/shapeError.ts';
import {
  parseDefinitions,
  parseIds,
  parseSchema,
  parseSearch,
  parseTask,
  parseTaskDefinition,
  parseTasks,
  parseVersions,
  parseWorkflow,
  type SearchRecord,
  type TaskDefinition,
  type TaskRecord,
  type VersionRecord,
  type WorkflowRecord,
} from './records.ts';

// Every request that this engine makes. Poll endpoints and update-v2 are not among them, and must
// not be: they take another worker's task out of its queue.

function get<T>(
  where: string,
  parse: HttpRequest<T>['parse'],
  query: HttpRequest<T>['query'] = {},
): HttpRequest<T> {
  return { method: 'GET', path: where, query, idempotent: true, parse };
}

/** Plain text such as "3.32.1". Newer servers only (3.32.1 has it, 3.21.14 has not). */
export function getVersion(): HttpRequest<string> {
  return get('version', word);
}

/**
 * Always an error; which one tells whether the server has the synchronous update. Not marked
 * idempotent, because the 500 that it may answer is no reason to ask again.
 */
export function probeSync(): HttpRequest<void> {
  const request = get(path`tasks/${'-'}/${'-'}/COMPLETED/sync`, () => undefined);
  return { ...request, idempotent: false };
}

/**
 * A version, or a task's id, or nothing. What comes from anybody else (a login page, a sentence of
 * a proxy) must not pass for it.
 */
function word({ text }: HttpAnswer): string {
  const said = text.trim();
  if (/[\s<>{}]/.test(said)) throw new ShapeError(['(the whole)']);
  return said;
}

export function getNamesAndVersions(): HttpRequest<readonly VersionRecord[]> {
  return get('metadata/workflow/names-and-versions', parseVersions);
}

/** All versions with their full bodies: only for servers without names-and-versions. */
export function getDefinitions(): HttpRequest<readonly VersionRecord[]> {
  return get('metadata/workflow', parseDefinitions);
}

export interface Search {
  readonly start: number;
  readonly size: number;
  readonly query: string;
  readonly freeText: string;
}

export function searchWorkflows(search: Search): HttpRequest<SearchRecord> {
  return get('workflow/search', parseSearch, { ...search, sort: 'startTime:DESC' });
}

export function getRunning(name: string, version: number): HttpRequest<readonly string[]> {
  return get(path`workflow/running/${name}`, parseIds, { version });
}

export function getWorkflow(id: string, includeTasks: boolean): HttpRequest<WorkflowRecord> {
  return get(path`workflow/${id}`, parseWorkflow, { includeTasks });
}

/** Undefined where the server has no such task: up to 3.21.19 it says so with an empty 204. */
export function getTask(id: string): HttpRequest<TaskRecord | undefined> {
  return get(path`tasks/${id}`, (answer) =>
    answer.status === 204 || answer.text.trim() === '' ? undefined : parseTask(answer),
  );
}

export function getTaskDefinition(name: string): HttpRequest<TaskDefinition> {
  return get(path`metadata/taskdefs/${name}`, parseTaskDefinition);
}

/** Of Orkes' registry; open source keeps no schemas by name. */
export function getSchema(name: string, version: number): HttpRequest<JsonObject | undefined> {
  return get(path`schema/${name}/${String(version)}`, parseSchema);
}

/** Whole tasks, newest first. From 3.30 on; the SQLite index of older ones fails over it. */
export function searchTasks(search: Search): HttpRequest<readonly TaskRecord[]> {
  const request = get('tasks/search-v2', parseTasks, { ...search, sort: 'updateTime:DESC' });
  // Without an index that can do it the server answers 500, which is no reason to ask again.
  return { ...request, idempotent: false };
}

export interface ByName {
  readonly execution: string;
  readonly name: string;
  readonly status: string;
  readonly output: JsonObject;
  readonly worker: string | undefined;
}

/** Answers with the task's id, or 200 with nothing at all when nothing was updated. */
export function updateByName(update: ByName): HttpRequest<string> {
  return {
    method: 'POST',
    path: path`tasks/${update.execution}/${update.name}/${update.status}`,
    query: { workerid: update.worker },
    body: { kind: 'json', value: update.output },
    idempotent: false,
    parse: word,
  };
}

/** From 3.21.12 on. Answers with the whole workflow, or 404 when no such task is pending. */
export function updateByNameSync(update: ByName): HttpRequest<string> {
  const request = updateByName(update);
  return {
    ...request,
    path: `${request.path}/sync`,
    // Read as little as will do: an execution can be large, and the task is read afterwards anyway.
    parse: ({ text }) => {
      if (!text.trimStart().startsWith('{')) throw new ShapeError(['(the whole)']);
      return update.name;
    },
  };
}

/** TaskResult in conductor-common. What it leaves out, the server clears. */
export interface TaskResult {
  readonly workflowInstanceId: string;
  readonly taskId: string;
  readonly status: string;
  readonly outputData: JsonObject;
  readonly reasonForIncompletion?: string;
  readonly callbackAfterSeconds?: Json;
  readonly workerId?: string;
  readonly subWorkflowId?: string;
  readonly logs?: readonly JsonObject[];
}

/** Answers with the id it was sent, whether or not anything was updated. */
export function updateById(result: TaskResult): HttpRequest<string> {
  return {
    method: 'POST',
    path: 'tasks',
    body: { kind: 'json', value: { ...result } },
    idempotent: false,
    parse: (answer) => {
      const id = word(answer);
      if (id === '') throw new ShapeError(['(the whole)']);
      return id;
    },
  };
}
