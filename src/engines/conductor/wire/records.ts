import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';

import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../domain/json.ts';
import type { HttpAnswer } from '../../../http/httpRequest.ts';
import { ShapeError } from '../../../http/shapeError.ts';

// Tolerant on purpose: servers from 3.16 on send different fields, some write null for an absent
// value, and one odd field must not hide its task. Only ids and status are required.
const text = orElse(z.optional(z.string()), undefined);
const number = orElse(z.optional(z.number()), undefined);
const flag = orElse(z.optional(z.boolean()), undefined);
const object = orElse(
  z.custom<JsonObject>((value) => isJsonObject(value)),
  () => ({}),
);

// SchemaDef of conductor-common: `data` holds the schema, unless the schema is only named.
const schemaDefinition = z.object({
  name: text,
  version: number,
  type: text,
  data: orElse(z.optional(z.custom<JsonObject>((value) => isJsonObject(value))), undefined),
});

const definedTaskType = z.object({
  retryCount: number,
  outputKeys: orElse(z.optional(z.array(z.string())), undefined),
  outputSchema: orElse(z.optional(schemaDefinition), undefined),
});
export type TaskDefinition = z.infer<typeof definedTaskType>;

const taskDefinition = orElse(z.optional(definedTaskType), undefined);

/** One task of a workflow definition. Nested lists hold the tasks inside it. */
export interface DefinedTask {
  readonly taskReferenceName: string;
  readonly type: string;
  readonly decisionCases: readonly (readonly DefinedTask[])[];
  readonly forkTasks: readonly (readonly DefinedTask[])[];
  readonly loopOver: readonly DefinedTask[];
}

function definedTasks(value: unknown): readonly DefinedTask[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => definedTask(item)) : [];
}

function definedTask(value: unknown): readonly DefinedTask[] {
  if (!isJsonObject(value)) return [];
  const name = value['taskReferenceName'];
  const type = value['type'];
  if (typeof name !== 'string') return [];
  const cases = isJsonObject(value['decisionCases']) ? Object.values(value['decisionCases']) : [];
  const forks = Array.isArray(value['forkTasks']) ? (value['forkTasks'] as unknown[]) : [];
  return [
    {
      taskReferenceName: name,
      type: typeof type === 'string' ? type : 'SIMPLE',
      decisionCases: [...cases, value['defaultCase']].map((branch) => definedTasks(branch)),
      forkTasks: forks.map((branch) => definedTasks(branch)),
      loopOver: definedTasks(value['loopOver']),
    },
  ];
}

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
  taskId: z.string(),
  referenceTaskName: z.string(),
  workflowInstanceId: z.string(),
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
  workflowId: z.string(),
  status: z.string(),
  workflowName: text,
  workflowType: text,
  workflowVersion: number,
  correlationId: text,
  reasonForIncompletion: text,
  createTime: number,
  startTime: number,
  endTime: number,
  input: object,
  output: object,
  tasks: orElse(z.optional(z.array(taskRecord)), undefined),
  workflowDefinition: orElse(z.optional(z.record(z.string(), z.unknown())), undefined),
});
export type WorkflowRecord = z.infer<typeof workflowRecord>;

// Open source sends ISO text; a number is accepted too.
const time = orElse(z.optional(z.union([z.string(), z.number()])), undefined);

const summary = z.object({
  workflowId: z.string(),
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

const searchResult = z.object({ totalHits: number, results: z.array(summary) });
export type SearchRecord = z.infer<typeof searchResult>;

const versionRecord = z.object({
  name: z.string(),
  version: orElse(z.number(), 1),
  createTime: number,
  updateTime: number,
});
export type VersionRecord = z.infer<typeof versionRecord>;

export function parseTask(answer: HttpAnswer): TaskRecord {
  return check(taskRecord, parseJson(answer.text));
}

/** The tasks that a search found. */
export interface FoundTasks {
  readonly tasks: readonly TaskRecord[];
  /** The number of results on this page and on all pages. */
  readonly listed: number;
  readonly total: number;
}

const taskSearch = z.object({ totalHits: number, results: z.array(z.unknown()) });

/** Reads a search for whole tasks. An invalid task must not hide the others. */
export function parseTasks(answer: HttpAnswer): FoundTasks {
  const { results, totalHits } = check(taskSearch, parseJson(answer.text));
  const tasks = results.flatMap((result) => {
    const read = taskRecord.safeParse(result);
    return read.success ? [read.data] : [];
  });
  return { tasks, listed: results.length, total: totalHits ?? results.length };
}

/** The executions of the tasks that a search found, in the order of the tasks. */
export interface FoundPlaces {
  readonly executions: readonly string[];
  readonly total: number;
}

const placeRecord = z.object({ workflowId: z.string() });

export function parsePlaces(answer: HttpAnswer): FoundPlaces {
  const { results, totalHits } = check(taskSearch, parseJson(answer.text));
  const executions = results.flatMap((result) => {
    const read = placeRecord.safeParse(result);
    return read.success ? [read.data.workflowId] : [];
  });
  return { executions: [...new Set(executions)], total: totalHits ?? results.length };
}

export function parseTaskDefinition(answer: HttpAnswer): TaskDefinition {
  return check(definedTaskType, parseJson(answer.text));
}

/** The schema of an entry in Orkes' registry; undefined where the entry only refers to it. */
export function parseSchema(answer: HttpAnswer): JsonObject | undefined {
  return check(schemaDefinition, parseJson(answer.text)).data;
}

export function parseWorkflow(answer: HttpAnswer): WorkflowRecord {
  return check(workflowRecord, parseJson(answer.text));
}

/** The tasks of the definition that the execution contains. */
export function tasksOfDefinition(record: WorkflowRecord): readonly DefinedTask[] {
  return definedTasks(record.workflowDefinition?.['tasks']);
}

export function parseSearch(answer: HttpAnswer): SearchRecord {
  return check(searchResult, parseJson(answer.text));
}

export function parseIds(answer: HttpAnswer): readonly string[] {
  return check(z.array(z.string()), parseJson(answer.text));
}

/** Reads the answer of names-and-versions: one list of versions for each name. */
export function parseVersions(answer: HttpAnswer): readonly VersionRecord[] {
  const byName = check(z.record(z.string(), z.array(versionRecord)), parseJson(answer.text));
  return Object.values(byName).flat();
}

/** Reads the answer of older servers: a list of full definitions. */
export function parseDefinitions(answer: HttpAnswer): readonly VersionRecord[] {
  return check(z.array(versionRecord), parseJson(answer.text));
}

function check<T>(schema: z.ZodMiniType<T>, value: Json): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ShapeError(result.error.issues.map((issue) => issue.path.join('.') || '(the whole)'));
}
