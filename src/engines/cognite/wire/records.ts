import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';

import { isJsonNumber, isJsonObject, type Json, stringifyJson } from '../../../domain/json.ts';
import { type OddRecord, withOdd } from '../../../domain/oddRecord.ts';
import type { HttpAnswer } from '../../../http/httpRequest.ts';
import {
  type About,
  oddIn,
  parseAnswer,
  readRecord,
  readRecords,
  recordsIn,
} from '../../readRecords.ts';
import { id, items, number, object, text } from '../../wire.ts';
import { parseDefinedTask, type DefinedTask } from './definedTask.ts';

// Older payloads omit fields, and enums grow; only ids and status are required.

// "version" is a string, but hand-written definitions may contain a number, such as 1.10.
const version = orElse(
  z.optional(z.union([id, z.pipe(z.custom<Json>(isJsonNumber), z.transform(digitsOf))])),
  undefined,
);

function digitsOf(value: Json): string {
  return stringifyJson(value);
}

const workflow = z.object({
  externalId: id,
  description: text,
  createdTime: number,
  lastUpdatedTime: number,
});
export type WorkflowRecord = z.infer<typeof workflow>;

const workflowVersion = z.object({
  workflowExternalId: id,
  version,
  createdTime: number,
  lastUpdatedTime: number,
});
export type VersionRecord = z.infer<typeof workflowVersion>;

const executionFields = {
  id,
  workflowExternalId: id,
  status: z.string(),
  version,
  createdTime: number,
  startTime: number,
  endTime: number,
  reasonForIncompletion: text,
  metadata: object,
};
const execution = z.object(executionFields);
export type ExecutionRecord = z.infer<typeof execution>;

const taskExecution = z.object({
  id,
  externalId: id,
  status: z.string(),
  taskType: orElse(z.string(), 'unknown'),
  parentTaskExternalId: text,
  input: object,
  output: object,
  startTime: number,
  endTime: number,
  reasonForIncompletion: text,
});
export type TaskRecord = z.infer<typeof taskExecution>;

const executionDetails = z.object({
  ...executionFields,
  workflowDefinition: orElse(z.object({ tasks: items }), { tasks: [] }),
});

/** An execution with a flat list of the tasks that it reached, and the tasks of its definition. */
export interface DetailsRecord extends ExecutionRecord {
  readonly executedTasks: readonly TaskRecord[];
  readonly definedTasks: readonly DefinedTask[];
  readonly odd?: readonly OddRecord[];
}

export interface PageRecord<T> {
  readonly items: readonly T[];
  readonly odd: readonly OddRecord[];
  /** Absent on the last page. */
  readonly nextCursor?: string | undefined;
}

const inspection = z.object({
  projects: z.pipe(
    items,
    z.transform((all: unknown[]) => all.flatMap((one) => projectName(one))),
  ),
  capabilities: orElse(z.array(object), []),
});
export type InspectionRecord = z.infer<typeof inspection>;

function projectName(value: unknown): readonly string[] {
  const name = isJsonObject(value) ? value['projectUrlName'] : undefined;
  return typeof name === 'string' ? [name] : [];
}

export function parseWorkflows(answer: HttpAnswer): PageRecord<WorkflowRecord> {
  return readPage(workflow, answer, { kind: 'workflow', ids: ['externalId'], areUnique: true });
}

export function parseVersions(answer: HttpAnswer): PageRecord<VersionRecord> {
  return readPage(workflowVersion, answer, { kind: 'version', ids: ['workflowExternalId'] });
}

export function parseExecutions(answer: HttpAnswer): PageRecord<ExecutionRecord> {
  return readPage(execution, answer, { kind: 'execution', ids: ['id'], areUnique: true });
}

export function parseDetails(answer: HttpAnswer): DetailsRecord {
  const { value, isFlawed } = parseAnswer(answer);
  const { executedTasks, ...own } = isJsonObject(value) ? value : {};
  const { workflowDefinition, ...record } = readRecord(executionDetails, { value: own, isFlawed });
  const list = { value: executedTasks, isFlawed };
  const tasks = readRecords(taskExecution, list, {
    kind: 'task',
    ids: ['id', 'externalId'],
    field: 'executedTasks',
    areUnique: true,
  });
  return {
    ...record,
    executedTasks: recordsIn(tasks),
    definedTasks: workflowDefinition.tasks.flatMap(parseDefinedTask),
    ...withOdd([...oddIn(tasks), ...oddInDefinition(workflowDefinition.tasks)]),
  };
}

/** A task that has not started stands in the definition alone. */
function oddInDefinition(list: readonly unknown[]): readonly OddRecord[] {
  const about = { kind: 'task', ids: ['name'] } as const;
  const read = readRecords(z.object({ externalId: id }), { value: list, isFlawed: false }, about);
  return oddIn(read).map((odd) => ({ ...odd, problem: `in the definition ${odd.problem}` }));
}

export function parseTask(answer: HttpAnswer): TaskRecord {
  return readRecord(taskExecution, parseAnswer(answer));
}

export function parseInspection(answer: HttpAnswer): InspectionRecord {
  return readRecord(inspection, parseAnswer(answer));
}

const page = z.object({ items: z.unknown(), nextCursor: text });

function readPage<T>(schema: z.ZodMiniType<T>, answer: HttpAnswer, about: About): PageRecord<T> {
  const { value, isFlawed } = parseAnswer(answer);
  const { items: list, nextCursor } = readRecord(page, { value, isFlawed: false });
  const all = readRecords(schema, { value: list, isFlawed }, { ...about, field: 'items' });
  return { items: recordsIn(all), odd: oddIn(all), nextCursor };
}
