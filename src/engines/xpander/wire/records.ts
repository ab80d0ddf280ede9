import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';

import { type Json, stringifyJson } from '../../../domain/json.ts';
import type { HttpAnswer } from '../../../http/httpRequest.ts';
import { flawOf } from '../../flawOf.ts';
import {
  parseAnswer,
  readRecord,
  type ReadRecord,
  readRecords,
  recordsIn,
} from '../../readRecords.ts';
import { anyText, flag, id, maybeObject, number, text, texts } from '../../wire.ts';

// Null means absent. Only the ids and the fields that a row needs are required.
//
// Fields that are not listed here never enter the product. Some are left out because they contain
// secrets or personal data: user_tokens, user_oidc_token, mcp_servers, payload_extension,
// input.user, llm settings, and the address in pending_eca_request.
// By contract a result is text; any other value is shown as its JSON.
const result = z.optional(
  z.pipe(
    z.custom((value) => flawOf(value) === undefined),
    z.transform(resultText),
  ),
);

function resultText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'string' ? value : stringifyJson(value as Json);
}

/** AgentsListItem: an agent or a workflow. A workflow is an agent of the type orchestration. */
const agentRecord = z.object({
  id,
  name: orElse(z.string(), ''),
  type: text,
  status: text,
  organization_id: text,
  created_at: text,
});
export type AgentRecord = z.infer<typeof agentRecord>;

/** TasksListItem: a task in a list. */
const listedTask = z.object({
  id,
  agent_id: id,
  status: z.string(),
  title: text,
  parent_task_id: text,
  triggering_agent_id: text,
  source_node_type: text,
  created_at: text,
  updated_at: text,
  /** Only a resident task has one. */
  process: maybeObject,
  result,
});
export type ListedTask = z.infer<typeof listedTask>;

/** A page of tasks in the public API. */
export interface TaskPageRecord {
  readonly items: readonly ReadRecord<ListedTask>[];
  readonly total: number;
}

/** AgentExecution: a task that is read by its id. */
const taskRecord = z.object({
  id,
  agent_id: id,
  status: orElse(z.string(), 'pending'),
  title: text,
  agent_version: text,
  source: anyText,
  worker_id: text,
  triggering_agent_id: text,
  parent_execution: text,
  sub_executions: texts,
  is_orchestration: flag,
  internal_status: text,
  last_executed_node_id: anyText,
  created_at: text,
  started_at: text,
  paused_at: text,
  finished_at: text,
  is_manually_stopped: flag,
  execution_attempts: number,
  output_format: text,
  output_schema: maybeObject,
  result,
  input: orElse(z.object({ text, files: texts }), { text: undefined, files: [] }),
  hitl_request: orElse(
    z.optional(z.object({ wait_node_id: text, title: text, operation_id: text })),
    undefined,
  ),
  pending_eca_request: orElse(z.optional(z.object({ connector_name: text })), undefined),
  deep_planning: orElse(
    z.optional(z.object({ tasks: z.array(orElse(z.object({ completed: flag }), {})) })),
    undefined,
  ),
});
export type TaskRecord = z.infer<typeof taskRecord>;

const tasks = { kind: 'task', ids: ['id'], areUnique: true } as const;

const taskPage = z.object({ items: z.unknown(), total: z.pipe(number, z.number()) });

export function parseAgents(answer: HttpAnswer): readonly ReadRecord<AgentRecord>[] {
  const about = { kind: 'workflow', ids: ['id'], areUnique: true } as const;
  return readRecords(agentRecord, parseAnswer(answer), about);
}

export function parseTasks(answer: HttpAnswer): readonly ReadRecord<ListedTask>[] {
  return readRecords(listedTask, parseAnswer(answer), tasks);
}

export function parseTaskPage(answer: HttpAnswer): TaskPageRecord {
  const { value, isFlawed } = parseAnswer(answer);
  const { items: list, total } = readRecord(taskPage, { value, isFlawed: false });
  return {
    items: readRecords(listedTask, { value: list, isFlawed }, { ...tasks, field: 'items' }),
    total,
  };
}

/** The nodes of a workflow; those that cannot be read are left out. */
export function parseNodes(answer: HttpAnswer): readonly NodeRecord[] {
  return recordsIn(readRecords(node, parseAnswer(answer), { kind: 'workflow', ids: ['id'] }));
}

const node = z.object({ id, type: text });
type NodeRecord = z.infer<typeof node>;

export function parseTask(answer: HttpAnswer): TaskRecord {
  return readRecord(taskRecord, parseAnswer(answer));
}
