import type { JsonObject } from '../../domain/json.ts';
import { path } from '../../http/path.ts';
import type { HttpRequest } from '../../http/httpRequest.ts';
import {
  type AgentRecord,
  type ListedTask,
  parseAgents,
  parseTask,
  parseTaskPage,
  parseTasks,
  type TaskPageRecord,
  type TaskRecord,
} from './records.ts';

// Every request that this engine makes: the routes of the vendor's SDK, and one of the public API.
// The stream of a worker is not among them, and must not be: whoever listens to it is given tasks
// to run.

/** The agents and workflows of the organization, all in one list. */
export function getAgents(): HttpRequest<readonly AgentRecord[]> {
  return { method: 'GET', path: 'agents/list', idempotent: true, parse: parseAgents };
}

export interface TaskQuery {
  readonly status?: string;
  readonly parent?: string;
}

/** The tasks of one agent, all in one list: the route knows no paging. */
export function getTasks(agent: string, query: TaskQuery): HttpRequest<readonly ListedTask[]> {
  return {
    method: 'GET',
    path: path`agent-execution/executions/history/${agent}`,
    query: { status: query.status, parent_task_id: query.parent },
    idempotent: true,
    parse: parseTasks,
  };
}

/** The public API takes no more for `per_page`. */
export const largestPage = 50;

/** Page `number` of an agent's tasks, from 1 on; the newest come first in the vendor's examples. */
export function getTaskPage(
  agent: string,
  number: number,
  query: Pick<TaskQuery, 'status'>,
): HttpRequest<TaskPageRecord> {
  return {
    method: 'GET',
    path: path`v1/agents/${agent}/tasks`,
    query: { page: String(number), per_page: String(largestPage), status: query.status },
    idempotent: true,
    parse: parseTaskPage,
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

/** Changes the fields in `body` and no others. Answers with the whole task as it is now. */
export function patchTask(id: string, body: JsonObject): HttpRequest<TaskRecord> {
  return {
    method: 'PATCH',
    path: path`agent-execution/${id}/update`,
    body: { kind: 'json', value: body },
    idempotent: false,
    parse: parseTask,
  };
}

/** Stops the task and whoever works on it. Without effect, and answered with 200, where it is over. */
export function deleteTask(id: string): HttpRequest<TaskRecord> {
  return {
    method: 'DELETE',
    path: path`agent-execution/${id}`,
    idempotent: false,
    parse: parseTask,
  };
}
