import { isJsonObject, type Json, stringifyJson } from '../../../domain/json.ts';
import type { SummaryRecord, WorkflowRecord } from '../wire/records.ts';

/** The texts of an execution that a person may search for, with those of its input and output. */
export function wordsOf(record: WorkflowRecord | SummaryRecord): readonly string[] {
  const { workflowId, status, workflowType, correlationId, reasonForIncompletion } = record;
  const name = 'workflowName' in record ? record.workflowName : undefined;
  const texts = [workflowId, status, workflowType, name, correlationId, reasonForIncompletion];
  const more = 'createdBy' in record ? [record.failedReferenceTaskNames, record.createdBy] : [];
  const values = [record.input, record.output].flatMap((value) => leavesOf(value ?? null));
  return [...texts, ...more, ...values].filter((text) => text !== undefined);
}

function leavesOf(value: Json): readonly string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json) => leavesOf(item));
  if (typeof value === 'string') return [value];
  if (!isJsonObject(value)) return [stringifyJson(value)];
  return Object.entries(value).flatMap(([key, item]) => [key, ...leavesOf(item)]);
}
