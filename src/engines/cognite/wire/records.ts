import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';

import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../domain/json.ts';
import type { HttpAnswer } from '../../../http/httpRequest.ts';
import { ShapeError } from '../../../http/shapeError.ts';
import { parseDefinedTask, type DefinedTask } from './definedTask.ts';

// Tolerant on purpose: older payloads omit fields, enums grow, and one odd field must not hide its
// task. Only ids and status are required.
const text = orElse(z.optional(z.string()), undefined);
const number = orElse(z.optional(z.number()), undefined);
const object = orElse(
  z.custom<JsonObject>((value) => isJsonObject(value)),
  () => ({}),
);
// "version" is a string, but hand-written definitions may contain a number.
const version = orElse(
  z.optional(z.union([z.string(), z.pipe(z.number(), numberText())])),
  undefined,
);

function numberText() {
  return z.transform((value: number) => String(value));
}

const workflow = z.object({
  externalId: z.string(),
  description: text,
  createdTime: number,
  lastUpdatedTime: number,
});
export type WorkflowRecord = z.infer<typeof workflow>;

const workflowVersion = z.object({
  workflowExternalId: z.string(),
  version,
  createdTime: number,
  lastUpdatedTime: number,
});
export type VersionRecord = z.infer<typeof workflowVersion>;

const executionFields = {
  id: z.string(),
  workflowExternalId: z.string(),
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
  id: z.string(),
  externalId: z.string(),
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

const definition = orElse(z.object({ tasks: orElse(z.array(z.unknown()), []) }), { tasks: [] });

const executionDetails = z.object({
  ...executionFields,
  executedTasks: z.array(taskExecution),
  workflowDefinition: definition,
});

/** An execution with a flat list of the tasks that it reached, and the tasks of its definition. */
export interface DetailsRecord extends ExecutionRecord {
  readonly executedTasks: readonly TaskRecord[];
  readonly definedTasks: readonly DefinedTask[];
}

export interface PageRecord<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly nextCursor?: string | undefined;
}

const inspection = z.object({
  projects: orElse(z.array(z.object({ projectUrlName: z.string() })), []),
  capabilities: orElse(z.array(object), []),
});
export type InspectionRecord = z.infer<typeof inspection>;

export function parseWorkflows(answer: HttpAnswer): PageRecord<WorkflowRecord> {
  return check(pageOf(workflow), answer);
}

export function parseVersions(answer: HttpAnswer): PageRecord<VersionRecord> {
  return check(pageOf(workflowVersion), answer);
}

export function parseExecutions(answer: HttpAnswer): PageRecord<ExecutionRecord> {
  return check(pageOf(execution), answer);
}

export function parseDetails(answer: HttpAnswer): DetailsRecord {
  const { workflowDefinition, ...record } = check(executionDetails, answer);
  return { ...record, definedTasks: workflowDefinition.tasks.flatMap(parseDefinedTask) };
}

export function parseTask(answer: HttpAnswer): TaskRecord {
  return check(taskExecution, answer);
}

export function parseInspection(answer: HttpAnswer): InspectionRecord {
  return check(inspection, answer);
}

function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: text });
}

function check<T>(schema: z.ZodMiniType<T>, answer: HttpAnswer): T {
  const value: Json = parseJson(answer.text);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ShapeError(result.error.issues.map((issue) => issue.path.join('.') || '(the whole)'));
}
