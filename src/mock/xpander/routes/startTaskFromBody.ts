import { invalid } from '../answerError.ts';
import type { Machine } from '../machine.ts';
import type { TaskRun, Wire } from '../model.ts';

const passed = [
  'payload_extension',
  'source',
  'worker_id',
  'output_format',
  'output_schema',
  'events_streaming',
  'additional_context',
  'instructions_override',
  'test_run_node_id',
  'expected_output',
  'mcp_servers',
  'think_mode',
] as const;

/** Starts the task that a request's body describes. Throws a 404 or 422 answer. */
export function startTaskFromBody(machine: Machine, agent: string, body: Wire): TaskRun {
  const { input } = body;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw invalid(['body', 'input'], 'Field required', 'missing');
  }
  const { text, user } = input as Wire;
  const more: Wire = {};
  for (const key of passed) {
    if (body[key] !== undefined && body[key] !== null) more[key] = body[key];
  }
  return machine.start({
    agent,
    text: textOr(text) ?? '',
    title: textOr(body['title']),
    parent: textOr(body['parent_execution_id']),
    triggeringAgent: textOr(body['triggering_agent_id']),
    user: userOf(user),
    more,
    ...idOf(body),
  });
}

function idOf(body: Wire): { id?: string } {
  const id = textOr(body['id']);
  return id === null ? {} : { id };
}

function userOf(value: unknown): TaskRun['user'] {
  if (typeof value !== 'object' || value === null) return null;
  const { id, email } = value as Wire;
  return { id: textOr(id) ?? '', email: textOr(email) ?? '' };
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
