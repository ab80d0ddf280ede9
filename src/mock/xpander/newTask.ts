import type { TaskRun, Wire } from './model.ts';

/** The initial values of a task; absent ones are set as the server would. */
export interface Start {
  readonly id: string;
  readonly agent: string;
  readonly at: number;
  /** AgentExecutionInput, in the API's form. */
  readonly input: Wire;
  readonly title?: string | null;
  readonly parent?: string | null;
  readonly triggeringAgent?: string | null;
  readonly isWorkflow?: boolean;
  /** Further fields of the record, in the API's form. */
  readonly more?: Wire;
}

export function newTask(start: Start): TaskRun {
  return {
    id: start.id,
    agent: start.agent,
    parent: start.parent ?? null,
    triggeringAgent: start.triggeringAgent ?? null,
    createdAt: start.at,
    updatedAt: start.at,
    startedAt: null,
    pausedAt: null,
    finishedAt: null,
    status: 'pending',
    result: null,
    cursor: null,
    waitNode: null,
    children: [],
    messages: [],
    pushed: [],
    isManuallyStopped: false,
    attempts: 1,
    process: null,
    reschedules: {},
    more: {
      ...blank(),
      input: start.input,
      title: start.title ?? null,
      is_orchestration: start.isWorkflow === true,
      ...start.more,
    },
    next: null,
  };
}

/** The model of every agent here; a task may name another. */
export const model = { provider: 'anthropic', name: 'claude-sonnet-4-6' } as const;

// The vendor's clients require some of these fields, even if they are null.
function blank(): Wire {
  return {
    agent_version: '1',
    internal_status: null,
    source: 'api',
    worker_id: null,
    finished_sub_executions: [],
    payload_extension: null,
    output_format: 'text',
    output_schema: null,
    voice_id: null,
    events_streaming: false,
    additional_context: null,
    instructions_override: null,
    expected_output: null,
    test_run_node_id: null,
    user_oidc_token: null,
    user_tokens: null,
    mcp_servers: [],
    think_mode: 'default',
    tool_call_limit: null,
    llm_model_provider: model.provider,
    llm_model_name: model.name,
    llm_reasoning_effort: null,
    harness_cli: null,
    permission_mode: null,
    disable_attachment_injection: false,
    return_metrics: false,
    pending_eca_request: null,
    deep_planning: {
      enabled: false,
      enforce: false,
      started: false,
      question_raised: false,
      tasks: [],
    },
    tokens: null,
    used_tools: [],
    used_mutating_tools: false,
    duration: 0,
  };
}
