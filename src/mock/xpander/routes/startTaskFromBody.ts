import { notFound } from '../answerError.ts';
import type { Machine } from '../machine.ts';
import type { Agent, TaskRun, Wire } from '../model.ts';
import { requireAgent } from '../store.ts';
import { oneOf, readTaskInput } from '../taskInput.ts';

const passed = [
  'payload_extension',
  'source',
  'worker_id',
  'output_format',
  'output_schema',
  'voice_id',
  'events_streaming',
  'additional_context',
  'instructions_override',
  'test_run_node_id',
  'user_oidc_token',
  'user_tokens',
  'expected_output',
  'mcp_servers',
  'think_mode',
  'disable_attachment_injection',
  'return_metrics',
  'tool_call_limit',
  'llm_model_provider',
  'llm_model_name',
  'llm_reasoning_effort',
  'harness_cli',
  'permission_mode',
] as const;

const words: Readonly<Record<string, readonly string[]>> = {
  output_format: ['text', 'markdown', 'json', 'voice'],
  think_mode: ['default', 'harder'],
  llm_reasoning_effort: ['low', 'medium', 'high', 'xhigh'],
};

/**
 * Starts the task that a request's body describes. Throws a 404 or 422 answer.
 * @param version the requested version of the agent; the newest by default
 */
export function startTaskFromBody(
  machine: Machine,
  agent: string,
  body: Wire,
  version?: string,
): TaskRun {
  const more: Wire = { agent_version: versionOf(requireAgent(machine.store, agent), version) };
  for (const key of passed) {
    const value = body[key] ?? null;
    const known = words[key];
    if (value !== null && known !== undefined) oneOf(value, ['body', key], known);
    if (value !== null) more[key] = value;
  }
  return machine.start({
    agent,
    input: readTaskInput(body['input'], ['body', 'input']),
    title: textOr(body['title']),
    parent: textOr(body['parent_execution_id']),
    triggeringAgent: textOr(body['triggering_agent_id']),
    runsLocally: body['run_locally'] === true,
    more,
    ...idOf(body),
  });
}

/** `latest`, `draft` (the changes that are not deployed), or the number of a deployed version. */
function versionOf(agent: Agent, version = 'latest'): string {
  if (version === 'latest' || version === '') return String(agent.version);
  const number = Number(version);
  if (version === 'draft' || (number >= 1 && number <= agent.version)) return version;
  throw notFound('Agent version');
}

function idOf(body: Wire): { id?: string } {
  const id = textOr(body['id']);
  return id === null ? {} : { id };
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
