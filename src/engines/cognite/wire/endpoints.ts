import type { JsonObject } from '../../../domain/json.ts';
import { path } from '../../../http/path.ts';
import type { HttpRequest } from '../../../http/httpRequest.ts';
import {
  type DetailsRecord,
  type ExecutionRecord,
  type InspectionRecord,
  type PageRecord,
  parseDetails,
  parseExecutions,
  parseInspection,
  parseTask,
  parseVersions,
  parseWorkflows,
  type TaskRecord,
  type VersionRecord,
  type WorkflowRecord,
} from './records.ts';

// All requests of this engine. The API can neither read nor list tasks by themselves: they are read
// from the details of their execution.

const headers = { 'cdf-version': '20230101', 'x-cdp-app': 'workflow-tasks' };

/** The API's maximum for a page. */
export const maxPageSize = 1000;
/** The API's maximum number of workflows in a filter; it also requires at least one. */
export const maxWorkflowFilters = 100;

/** Reads what a token may do, in all projects. */
export function inspectToken(): HttpRequest<InspectionRecord> {
  return {
    method: 'GET',
    path: 'api/v1/token/inspect',
    headers,
    idempotent: true,
    parse: parseInspection,
  };
}

export interface PageQuery {
  readonly limit: number;
  readonly cursor: string | undefined;
}

export function listWorkflows(
  project: string,
  page: PageQuery,
): HttpRequest<PageRecord<WorkflowRecord>> {
  return {
    method: 'GET',
    path: workflowsOf(project),
    query: { limit: page.limit, cursor: page.cursor },
    headers,
    idempotent: true,
    parse: parseWorkflows,
  };
}

/**
 * The versions of these workflows. Without workflows the API would list the versions of the whole
 * project.
 */
export function listVersions(
  project: string,
  workflows: readonly string[],
  page: PageQuery,
): HttpRequest<PageRecord<VersionRecord>> {
  const filter = { workflowFilters: workflows.map((externalId) => ({ externalId })) };
  return listByPost(`${workflowsOf(project)}/versions/list`, filter, page, parseVersions);
}

export interface ExecutionQuery {
  readonly workflow?: string | undefined;
  /** Needs `workflow`. */
  readonly version?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** Epoch milliseconds; both limits are inclusive. */
  readonly createdAfter?: number | undefined;
  readonly createdBefore?: number | undefined;
}

/** Omits empty filters: the API rejects an empty workflowFilters here. */
export function listExecutions(
  project: string,
  query: ExecutionQuery,
  page: PageQuery,
): HttpRequest<PageRecord<ExecutionRecord>> {
  const statuses = [...new Set(query.statuses)];
  const filter: JsonObject = {
    ...(query.workflow === undefined
      ? {}
      : { workflowFilters: [workflowFilter(query.workflow, query.version)] }),
    ...(query.createdAfter === undefined
      ? {}
      : { createdTimeStart: Math.max(0, query.createdAfter) }),
    ...(query.createdBefore === undefined
      ? {}
      : { createdTimeEnd: Math.max(0, query.createdBefore) }),
    ...(statuses.length === 0 ? {} : { status: statuses }),
  };
  return listByPost(`${workflowsOf(project)}/executions/list`, filter, page, parseExecutions);
}

function workflowFilter(externalId: string, version: string | undefined): JsonObject {
  return { externalId, ...(version === undefined ? {} : { version }) };
}

export function getExecution(project: string, id: string): HttpRequest<DetailsRecord> {
  return {
    method: 'GET',
    path: `${workflowsOf(project)}/executions/${path`${id}`}`,
    headers,
    idempotent: true,
    parse: parseDetails,
  };
}

/** The body of an update. An absent output and an empty one are different requests. */
export interface UpdateBody {
  readonly status: string;
  readonly output?: JsonObject;
}

/** Answers with the task after the update. */
export function updateTask(project: string, id: string, body: UpdateBody): HttpRequest<TaskRecord> {
  return {
    method: 'POST',
    path: `${workflowsOf(project)}/tasks/${path`${id}`}/update`,
    headers,
    body: { kind: 'json', value: { ...body } },
    idempotent: false,
    parse: parseTask,
  };
}

function workflowsOf(project: string): string {
  return path`api/v1/projects/${project}/workflows`;
}

/** These lists are POST requests but change nothing, so they may be repeated. */
function listByPost<T>(
  where: string,
  filter: JsonObject,
  page: PageQuery,
  parse: HttpRequest<T>['parse'],
): HttpRequest<T> {
  const value: JsonObject = {
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
    limit: page.limit,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
  return {
    method: 'POST',
    path: where,
    headers,
    body: { kind: 'json', value },
    idempotent: true,
    parse,
  };
}
