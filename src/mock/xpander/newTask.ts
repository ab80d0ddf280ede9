import type { TaskRun, Wire } from './model.ts';

/** The initial values of a task; absent ones are set as the server would. */
export interface Start {
  readonly id: string;
  readonly agent: string;
  readonly at: number;
  readonly text: string;
  readonly title?: string | null;
  readonly parent?: string | null;
  readonly triggeringAgent?: string | null;
  readonly user?: TaskRun['user'];
  readonly isWorkflow?: boolean;
  /** Further fields of the record, in the API's form. */
  readonly more?: Wire;
}

export function newTask(start: Start): TaskRun {
  const user = start.user ?? null;
  return {
    id: start.id,
    agent: start.agent,
    parent: start.parent ?? null,
    triggeringAgent: start.triggeringAgent ?? null,
    user,
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
    isManuallyStopped: false,
    attempts: 1,
    more: {
      ...blank(),
      input: { text: start.text, files: [], user },
      title: start.title ?? null,
      is_orchestration: start.isWorkflow === true,
      ...start.more,
    },
    next: null,
  };
}

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
