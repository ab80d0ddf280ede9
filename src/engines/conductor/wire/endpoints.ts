import type { Json, JsonObject } from '../../../domain/json.ts';
import { path } from '../../../http/path.ts';
import type { HttpAnswer, HttpRequest } from '../../../http/httpRequest.ts';
import { ShapeError } from '../../../http/shapeError.ts';
import type { ReadRecord } from '../../readRecords.ts';
import {
  type FoundPlaces,
  type FoundTasks,
  parseDefinitions,
  parseIds,
  parseLog,
  parsePlaces,
  parseSchema,
  parseSearch,
  parseTask,
  parseTaskDefinition,
  parseTasks,
  parseVersions,
  parseWorkflow,
  type LogLine,
  type SearchRecord,
  type TaskDefinition,
  type TaskRecord,
  type VersionRecord,
  type WorkflowRecord,
} from './records.ts';

// All requests of this engine. Never add the poll endpoints or update-v2: they take another
// worker's task out of its queue.

function get<T>(
  where: string,
  parse: HttpRequest<T>['parse'],
  query: HttpRequest<T>['query'] = {},
): HttpRequest<T> {
  return { method: 'GET', path: where, query, idempotent: true, parse };
}

/** Plain text such as "3.32.1". Only newer servers have it: 3.32.1 does, 3.21.14 does not. */
export function getVersion(): HttpRequest<string> {
  return get('version', word);
}

/**
 * Always fails; the error tells whether the server has the synchronous update. Not marked
 * idempotent, since the 500 of some servers must not be retried.
 */
export function probeSync(): HttpRequest<void> {
  const request = get(path`tasks/${'-'}/${'-'}/COMPLETED/sync`, () => undefined);
  return { ...request, idempotent: false };
}

/**
 * Accepts a version, a task's id or an empty text. Rejects anything that a proxy or a login page
 * might send instead.
 */
function word({ text }: HttpAnswer): string {
  const said = text.trim();
  if (/[\s<>{}]/.test(said)) throw new ShapeError(['it is no single word']);
  return said;
}

export function getNamesAndVersions(): HttpRequest<readonly ReadRecord<VersionRecord>[]> {
  return get('metadata/workflow/names-and-versions', parseVersions);
}

/** All versions with their full bodies, for servers without names-and-versions only. */
export function getDefinitions(): HttpRequest<readonly ReadRecord<VersionRecord>[]> {
  return get('metadata/workflow', parseDefinitions);
}

export interface Search {
  readonly start: number;
  readonly size: number;
  readonly query: string;
  readonly freeText: string;
}

export function searchWorkflows(
  search: Search,
  order: 'ASC' | 'DESC' = 'DESC',
): HttpRequest<SearchRecord> {
  return get('workflow/search', parseSearch, { ...search, sort: `startTime:${order}` });
}

export function getRunning(
  name: string,
  version: number,
): HttpRequest<readonly ReadRecord<string>[]> {
  return get(path`workflow/running/${name}`, parseIds, { version });
}

export function getWorkflow(id: string, includeTasks: boolean): HttpRequest<WorkflowRecord> {
  return get(path`workflow/${id}`, parseWorkflow, { includeTasks });
}

/** Undefined where the server has no such task: servers up to 3.21.19 answer an empty 204. */
export function getTask(id: string): HttpRequest<TaskRecord | undefined> {
  return get(path`tasks/${id}`, (answer) =>
    answer.status === 204 || answer.text.trim() === '' ? undefined : parseTask(answer),
  );
}

/** The lines of a task's log; servers without an index keep none. */
export function getLog(id: string): HttpRequest<readonly LogLine[]> {
  return get(path`tasks/${id}/log`, (answer) =>
    answer.status === 204 || answer.text.trim() === '' ? [] : parseLog(answer),
  );
}

export function getTaskDefinition(name: string): HttpRequest<TaskDefinition> {
  return get(path`metadata/taskdefs/${name}`, parseTaskDefinition);
}

/** Reads Orkes' schema registry; open source has no schemas by name. */
export function getSchema(name: string, version: number): HttpRequest<JsonObject | undefined> {
  return get(path`schema/${name}/${String(version)}`, parseSchema);
}

/**
 * Whole tasks in an order, `updateTime:DESC`. From 3.30 on; the SQLite index of older servers fails.
 */
export function searchTasks(search: Search, sort: string): HttpRequest<FoundTasks> {
  // A server whose index cannot do this answers 500, which must not be retried.
  return { ...get('tasks/search-v2', parseTasks, { ...search, sort }), idempotent: false };
}

/** The executions of tasks; every server with an index has this search. */
export function searchTaskPlaces(search: Search, sort: string): HttpRequest<FoundPlaces> {
  return { ...get('tasks/search', parsePlaces, { ...search, sort }), idempotent: false };
}

export interface ByName {
  readonly execution: string;
  readonly name: string;
  readonly status: string;
  readonly output: JsonObject;
  readonly worker: string | undefined;
}

/** The answer to an update: its word, and the status of the execution where it is told. */
export interface Updated {
  /** Empty where nothing was updated. */
  readonly word: string;
  readonly execution?: string;
}

/** Answers with the task's id, or with an empty 200 when nothing was updated. */
export function updateByName(update: ByName): HttpRequest<Updated> {
  return {
    method: 'POST',
    path: path`tasks/${update.execution}/${update.name}/${update.status}`,
    query: { workerid: update.worker },
    body: { kind: 'json', value: update.output },
    idempotent: false,
    parse: (answer) => ({ word: word(answer) }),
  };
}

/** From 3.21.12 on. Answers with the whole workflow, or with 404 when no such task is pending. */
export function updateByNameSync(update: ByName): HttpRequest<Updated> {
  const request = updateByName(update);
  return {
    ...request,
    path: `${request.path}/sync`,
    // Only the status is read: an execution can be large, and the task is read afterwards anyway.
    parse: ({ text }) => {
      if (!text.trimStart().startsWith('{')) throw new ShapeError(['it is no object']);
      const execution = text.length > mostParsed ? undefined : statusIn(text);
      return { word: update.name, ...(execution === undefined ? {} : { execution }) };
    },
  };
}

// Parsing more would take longer than the update itself.
const mostParsed = 1_000_000;

function statusIn(text: string): string | undefined {
  try {
    const { status } = JSON.parse(text) as { readonly status?: unknown };
    return typeof status === 'string' ? status : undefined;
  } catch {
    return undefined;
  }
}

/** TaskResult in conductor-common. The server clears every field that is left out. */
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

/** Answers with the id from the request, whether or not anything was updated. */
export function updateById(result: TaskResult): HttpRequest<Updated> {
  return {
    method: 'POST',
    path: 'tasks',
    body: { kind: 'json', value: { ...result } },
    idempotent: false,
    parse: (answer) => {
      const id = word(answer);
      if (id === '') throw new ShapeError(['it is empty']);
      return { word: id };
    },
  };
}
