import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';

import { isJsonObject, type JsonObject } from '../../../domain/json.ts';
import { type OddRecord, withOdd } from '../../../domain/oddRecord.ts';
import type { HttpAnswer } from '../../../http/httpRequest.ts';
import { ShapeError } from '../../../http/shapeError.ts';
import {
  type AnswerJson,
  oddIn,
  parseAnswer,
  readRecord,
  type ReadRecord,
  readRecords,
  recordsIn,
} from '../../readRecords.ts';
import { flag, id, maybeObject, number, object, text, texts } from '../../wire.ts';
import { type DefinedTask, definedTasks } from './definedTasks.ts';

// Servers from 3.16 on send different fields; only ids and status are required.

// SchemaDef of conductor-common: `data` holds the schema, unless the schema is only named.
const schemaDefinition = z.object({
  name: text,
  version: number,
  type: text,
  data: maybeObject,
});

const definedTaskType = z.object({
  retryCount: number,
  outputKeys: orElse(z.optional(texts), undefined),
  outputSchema: orElse(z.optional(schemaDefinition), undefined),
});
export type TaskDefinition = z.infer<typeof definedTaskType>;

const taskDefinition = orElse(z.optional(definedTaskType), undefined);

const workflowTask = orElse(
  z.optional(
    z.object({
      type: text,
      optional: flag,
      permissive: flag,
      asyncComplete: flag,
      retryCount: number,
      taskDefinition,
    }),
  ),
  undefined,
);

const taskRecord = z.object({
  taskId: id,
  referenceTaskName: z.string(),
  workflowInstanceId: id,
  correlationId: text,
  status: z.string(),
  workflowType: text,
  taskType: text,
  taskDefName: text,
  inputData: object,
  outputData: object,
  reasonForIncompletion: text,
  retryCount: number,
  retried: flag,
  seq: number,
  iteration: number,
  scheduledTime: number,
  startTime: number,
  endTime: number,
  updateTime: number,
  callbackAfterSeconds: number,
  workerId: text,
  subWorkflowId: text,
  externalOutputPayloadStoragePath: text,
  taskDefinition,
  workflowTask,
});
export type TaskRecord = z.infer<typeof taskRecord>;

const workflowRecord = z.object({
  workflowId: id,
  status: z.string(),
  workflowName: text,
  workflowType: text,
  workflowVersion: number,
  correlationId: text,
  reasonForIncompletion: text,
  createTime: number,
  startTime: number,
  endTime: number,
  lastRetriedTime: number,
  input: maybeObject,
  output: maybeObject,
  workflowDefinition: maybeObject,
});

export interface WorkflowRecord extends z.infer<typeof workflowRecord> {
  /** Empty where the request did not ask for tasks. */
  readonly tasks: readonly TaskRecord[];
  readonly odd?: readonly OddRecord[];
}

// Open source sends ISO text; a number is accepted too.
const time = orElse(z.optional(z.union([z.string(), number])), undefined);

const summary = z.object({
  workflowId: id,
  status: z.string(),
  workflowType: z.string(),
  version: number,
  correlationId: text,
  reasonForIncompletion: text,
  startTime: time,
  endTime: time,
  // As Java prints them, unless the server is set to JSON.
  input: text,
  output: text,
  failedReferenceTaskNames: text,
  createdBy: text,
});
export type SummaryRecord = z.infer<typeof summary>;

export interface SearchRecord {
  readonly totalHits?: number | undefined;
  readonly results: readonly ReadRecord<SummaryRecord>[];
}

const versionRecord = z.object({
  name: id,
  version: z.pipe(
    number,
    z.transform((given?: number) => given ?? 1),
  ),
  createTime: number,
  updateTime: number,
});
export type VersionRecord = z.infer<typeof versionRecord>;

export function parseTask(answer: HttpAnswer): TaskRecord {
  return readRecord(taskRecord, parseAnswer(answer));
}

/** The tasks that a search found. */
export interface FoundTasks {
  readonly results: readonly ReadRecord<TaskRecord>[];
  /** The number of results on all pages. */
  readonly total: number;
}

/** Reads a search for whole tasks. */
export function parseTasks(answer: HttpAnswer): FoundTasks {
  const whole = parseAnswer(answer);
  const { totalHits } = readRecord(z.object({ totalHits: number }), whole);
  const about = { ...tasks, field: 'results' };
  const results = readRecords(taskRecord, held(whole, 'results'), about);
  return { results, total: totalHits ?? results.length };
}

/** The executions of the tasks that a search found, in the order of the tasks. */
export interface FoundPlaces {
  readonly executions: readonly string[];
  readonly total: number;
}

const placeRecord = z.object({ workflowId: z.string() });

export function parsePlaces(answer: HttpAnswer): FoundPlaces {
  const whole = parseAnswer(answer);
  const { totalHits } = readRecord(z.object({ totalHits: number }), whole);
  const about = { kind: 'task', ids: ['taskId'], field: 'results' } as const;
  const places = recordsIn(readRecords(placeRecord, held(whole, 'results'), about));
  const executions = places.map(({ workflowId }) => workflowId);
  return { executions: [...new Set(executions)], total: totalHits ?? executions.length };
}

const tasks = { kind: 'task', ids: ['taskId', 'referenceTaskName'], areUnique: true } as const;

export function parseTaskDefinition(answer: HttpAnswer): TaskDefinition {
  return readRecord(definedTaskType, parseAnswer(answer));
}

/** The schema of an entry in Orkes' registry; undefined where the entry only refers to it. */
export function parseSchema(answer: HttpAnswer): JsonObject | undefined {
  return readRecord(schemaDefinition, parseAnswer(answer)).data;
}

export function parseWorkflow(answer: HttpAnswer): WorkflowRecord {
  const whole = parseAnswer(answer);
  const record = readRecord(workflowRecord, whole);
  const list = held(whole, 'tasks');
  const all = list.value == null ? [] : readRecords(taskRecord, list, { ...tasks, field: 'tasks' });
  return { ...record, tasks: recordsIn(all), ...withOdd(oddIn(all)) };
}

/** The tasks of the definition that the execution contains. */
export function tasksOfDefinition(record: WorkflowRecord): readonly DefinedTask[] {
  return definedTasks(record.workflowDefinition?.['tasks']);
}

export function parseSearch(answer: HttpAnswer): SearchRecord {
  const whole = parseAnswer(answer);
  const { totalHits } = readRecord(z.object({ totalHits: number }), whole);
  const about = {
    kind: 'execution',
    ids: ['workflowId'],
    field: 'results',
    areUnique: true,
  } as const;
  return { totalHits, results: readRecords(summary, held(whole, 'results'), about) };
}

const logLine = z.object({ log: text, createdTime: number });
export type LogLine = z.infer<typeof logLine>;

export function parseLog(answer: HttpAnswer): readonly LogLine[] {
  return readRecord(z.array(logLine), parseAnswer(answer));
}

export function parseIds(answer: HttpAnswer): readonly ReadRecord<string>[] {
  return readRecords(id, parseAnswer(answer), { kind: 'execution', ids: [] });
}

/** Reads the answer of names-and-versions: one list of versions for each name. */
export function parseVersions(answer: HttpAnswer): readonly ReadRecord<VersionRecord>[] {
  const { value, isFlawed } = parseAnswer(answer);
  if (!isJsonObject(value)) throw new ShapeError(['it is no object']);
  return Object.entries(value).flatMap(([name, list]): readonly ReadRecord<VersionRecord>[] =>
    Array.isArray(list)
      ? readVersions({ value: list, isFlawed })
      : [{ odd: { kind: 'workflow', id: name, problem: 'its versions are no list' } }],
  );
}

/** Reads the answer of older servers: a list of full definitions. */
export function parseDefinitions(answer: HttpAnswer): readonly ReadRecord<VersionRecord>[] {
  return readVersions(parseAnswer(answer));
}

function readVersions(list: AnswerJson): readonly ReadRecord<VersionRecord>[] {
  return readRecords(versionRecord, list, { kind: 'workflow', ids: ['name'] });
}

/** A field of an answer that must be an object. */
function held({ value, isFlawed }: AnswerJson, key: string): AnswerJson {
  return { value: isJsonObject(value) ? value[key] : undefined, isFlawed };
}
