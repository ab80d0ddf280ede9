import { isoTime } from './isoTime.ts';
import type { Agent, Node, Wire } from './model.ts';
import { model } from './newTask.ts';

/** AgentsListItem of the SDK. */
export function agentItem(agent: Agent, organization: string): Wire {
  return {
    id: agent.id,
    name: agent.name,
    icon: agent.icon,
    instructions: agent.instructions,
    status: agent.status,
    organization_id: organization,
    created_at: isoTime(agent.createdAt),
    description: agent.description,
    access_scope: 'organizational',
    created_by: null,
    type: agent.type,
  };
}

/** The whole record of an agent, in the requested version or the newest. */
export function agentBody(agent: Agent, organization: string, version?: number): Wire {
  return {
    ...agentItem(agent, organization),
    unique_name: `mock-${agent.id}`,
    environment_id: 'mock-environment',
    deployment_type: 'serverless',
    framework: agent.framework,
    model_provider: model.provider,
    model_name: model.name,
    version: version ?? agent.version,
    webhook_url: null,
    graph: agent.graph,
    tools: [],
    knowledge_bases: [],
    source_nodes: [],
    notification_settings: null,
    task_level_strategies: null,
    orchestration_nodes: agent.nodes,
    has_pending_changes: false,
    using_nemo: false,
  };
}

/** An item of the paged list of agents. It has no type, so it cannot tell workflows apart. */
export function minimalAgent(agent: Agent, organization: string): Wire {
  const { type: _, access_scope: __, created_by: ___, ...item } = agentItem(agent, organization);
  const { deployment_type, model_provider, model_name, framework } = agentBody(agent, organization);
  return { ...item, deployment_type, model_provider, model_name, framework, using_nemo: false };
}

/** A node in the list of a workflow's nodes. */
export function nodeItem(node: Node): Wire {
  return {
    id: node.id,
    type: node.type,
    name: node.name,
    next_node_ids: node.next_node_ids,
    asset_id: node.definition['asset_id'] ?? null,
    connection_id: null,
    operation_id: null,
    target_agent_id: node.type === 'agent' ? (node.definition['asset_id'] ?? null) : null,
  };
}
