import type { Json, JsonObject } from '../json.ts';
import { badRequest } from './apiError.ts';
import { readWorkflowFilters } from './readWorkflowFilters.ts';
import type { ExecutionSummary } from './model.ts';

const statuses = ['RUNNING', 'COMPLETED', 'FAILED', 'TIMED_OUT', 'TERMINATED'];

/** Reads the filter of an executions list. @throws {ApiError} 400 */
export function readExecutionFilter(filter: JsonObject): (execution: ExecutionSummary) => boolean {
  const isOfWorkflow = readWorkflowFilters(filter, 1);
  const wanted = readStatuses(filter['status']);
  const from = readTime(filter, 'createdTimeStart') ?? -Infinity;
  const to = readTime(filter, 'createdTimeEnd') ?? Infinity;
  return (execution) =>
    isOfWorkflow(execution.workflowExternalId, execution.version) &&
    (wanted === undefined || wanted.includes(execution.status)) &&
    execution.createdTime >= from &&
    execution.createdTime <= to;
}

function readStatuses(value: Json | undefined): readonly Json[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw badRequest('filter.status must be a list.');
  const isUnique = new Set(value).size === value.length;
  if (isUnique && value.every((word) => statuses.some((one) => one === word))) return value;
  throw badRequest(`filter.status must hold each of ${statuses.join(', ')} at most once.`);
}

function readTime(filter: JsonObject, key: string): number | undefined {
  const value = filter[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && value >= 0) return value;
  throw badRequest(`filter.${key} must be milliseconds since 1970.`);
}
