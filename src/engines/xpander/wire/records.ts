import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';

import {
  isJsonObject,
  type Json,
  type JsonObject,
  parseJson,
  stringifyJson,
} from '../../../domain/json.ts';
import type { HttpAnswer } from '../../../http/httpRequest.ts';
import { ShapeError } from '../../../http/shapeError.ts';

// Tolerant on purpose: null means absent, and one odd field must not hide its task. Only the ids
// and the fields that a row needs are required.
//
// Fields that are not listed here never enter the product. Some are left out because they contain
// secrets or personal data: user_tokens, user_oidc_token, mcp_servers, payload_extension,
// input.user, llm settings, and the address in pending_eca_request.
const text = orElse(z.optional(z.string()), undefined);
const number = orElse(z.optional(z.number()), undefined);
const flag = orElse(z.optional(z.boolean()), undefined);
const texts = orElse(z.array(z.string()), []);
// By contract a result is text; any other value is shown as its JSON.
const result = orElse(z.optional(z.pipe(z.unknown(), z.transform(resultText))), undefined);

function resultText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'string' ? value : stringifyJson(value as Json);
}

/** AgentsListItem: an agent or a workflow. A workflow is an agent of the type orchestration. */
const agentRecord = z.object({
  id: z.string(),
  name: orElse(z.string(), ''),
  type: text,
  status: text,
  organization_id: text,
  created_at: text,
});
export type AgentRecord = z.infer<typeof agentRecord>;

/** TasksListItem: a task in a list. */
const listedTask = z.object({
  id: z.string(),
  agent_id: z.string(),
  status: z.string(),
  title: text,
  parent_task_id: text,
  triggering_agent_id: text,
  source_node_type: text,
  created_at: text,
  updated_at: text,
  result,
});
export type ListedTask = z.infer<typeof listedTask>;

/** A page of tasks in the public API. */
const taskPageRecord = z.object({ items: z.array(listedTask), total: z.number() });
export type TaskPageRecord = z.infer<typeof taskPageRecord>;

/** AgentExecution: a task that is read by its id. */
const taskRecord = z.object({
  id: z.string(),
  agent_id: z.string(),
  status: orElse(z.string(), 'pending'),
  title: text,
  agent_version: text,
  source: text,
  worker_id: text,
  triggering_agent_id: text,
  parent_execution: text,
  sub_executions: texts,
  is_orchestration: flag,
  internal_status: text,
  last_executed_node_id: text,
  created_at: text,
  started_at: text,
  paused_at: text,
  finished_at: text,
  is_manually_stopped: flag,
  execution_attempts: number,
  output_format: text,
  output_schema: orElse(
    z.optional(z.custom<JsonObject>((value) => isJsonObject(value))),
    undefined,
  ),
  result,
  input: orElse(z.object({ text, files: texts }), { text: undefined, files: [] }),
  hitl_request: orElse(
    z.optional(z.object({ wait_node_id: text, title: text, operation_id: text })),
    undefined,
  ),
  pending_eca_request: orElse(z.optional(z.object({ connector_name: text })), undefined),
  deep_planning: orElse(
    z.optional(z.object({ tasks: z.array(z.object({ completed: orElse(z.boolean(), false) })) })),
    undefined,
  ),
});
export type TaskRecord = z.infer<typeof taskRecord>;

export function parseAgents(answer: HttpAnswer): readonly AgentRecord[] {
  return check(z.array(agentRecord), parseJson(answer.text));
}

export function parseTasks(answer: HttpAnswer): readonly ListedTask[] {
  return check(z.array(listedTask), parseJson(answer.text));
}

export function parseTaskPage(answer: HttpAnswer): TaskPageRecord {
  return check(taskPageRecord, parseJson(answer.text));
}

export function parseTask(answer: HttpAnswer): TaskRecord {
  return check(taskRecord, parseJson(answer.text));
}

function check<T>(schema: z.ZodMiniType<T>, value: Json): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ShapeError(result.error.issues.map((issue) => issue.path.join('.') || '(the whole)'));
}
