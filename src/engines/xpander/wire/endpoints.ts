import type { JsonObject } from '../../../domain/json.ts';
import { path } from '../../../http/path.ts';
import type { HttpRequest } from '../../../http/httpRequest.ts';
import type { ReadRecord } from '../../readRecords.ts';
import {
  type AgentRecord,
  type ListedTask,
  parseAgents,
  parseNodes,
  parseTask,
  parseTaskPage,
  parseTasks,
  type TaskPageRecord,
  type TaskRecord,
} from './records.ts';

// All requests of this engine: the routes of the vendor's SDK and one of the public API. Never add
// the worker's event stream: the server gives tasks to every listener.

/** All agents and workflows of the organization, in one list. */
export function getAgents(): HttpRequest<readonly ReadRecord<AgentRecord>[]> {
  return { method: 'GET', path: 'agents/list', idempotent: true, parse: parseAgents };
}

export interface TaskQuery {
  readonly status?: string;
  readonly parent?: string;
}

/** All tasks of one agent, in one list: this route has no paging. */
export function getTasks(
  agent: string,
  query: TaskQuery,
): HttpRequest<readonly ReadRecord<ListedTask>[]> {
  return {
    method: 'GET',
    path: path`agent-execution/executions/history/${agent}`,
    query: { status: query.status, parent_task_id: query.parent },
    idempotent: true,
    parse: parseTasks,
  };
}

/** The public API's maximum for `per_page`. */
export const maxPageSize = 50;

/**
 * One page of an agent's tasks; `number` starts at 1. In the vendor's examples the newest task
 * comes first.
 */
export function getTaskPage(
  agent: string,
  number: number,
  query: Pick<TaskQuery, 'status'>,
): HttpRequest<TaskPageRecord> {
  return {
    method: 'GET',
    path: path`v1/agents/${agent}/tasks`,
    query: { page: String(number), per_page: String(maxPageSize), status: query.status },
    idempotent: true,
    parse: parseTaskPage,
  };
}

/** The first page of the executing tasks of all agents, in the public API. */
export function getExecutingTasks(): HttpRequest<TaskPageRecord> {
  return {
    method: 'GET',
    path: 'v1/tasks',
    query: { page: '1', per_page: String(maxPageSize), status: 'executing' },
    idempotent: true,
    parse: parseTaskPage,
  };
}

/** The nodes of a workflow, in the public API. */
export function getWorkflowNodes(workflow: string): HttpRequest<ReturnType<typeof parseNodes>> {
  return {
    method: 'GET',
    path: path`v1/workflows/${workflow}/nodes`,
    idempotent: true,
    parse: parseNodes,
  };
}

export function getTask(id: string): HttpRequest<TaskRecord> {
  return {
    method: 'GET',
    path: path`agent-execution/${id}/status`,
    idempotent: true,
    parse: parseTask,
  };
}

/** Changes only the fields in `body`. Answers with the whole task after the change. */
export function patchTask(id: string, body: JsonObject): HttpRequest<TaskRecord> {
  return {
    method: 'PATCH',
    path: path`agent-execution/${id}/update`,
    body: { kind: 'json', value: body },
    idempotent: false,
    parse: parseTask,
  };
}

/** Stops the task and its worker. For a finished task it does nothing and still answers 200. */
export function deleteTask(id: string): HttpRequest<TaskRecord> {
  return {
    method: 'DELETE',
    path: path`agent-execution/${id}`,
    idempotent: false,
    parse: parseTask,
  };
}
