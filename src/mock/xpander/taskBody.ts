import { isoTime, isoTimeOrNull } from './isoTime.ts';
import type { TaskRun, Wire } from './model.ts';
import { userIdOf } from './taskInput.ts';

/** The whole record: Task of the SDK, AgentExecution of the platform's API. */
export function taskBody(task: TaskRun, organization: string): Wire {
  return {
    id: task.id,
    agent_id: task.agent,
    organization_id: organization,
    ...task.more,
    status: task.status,
    result: task.result,
    last_executed_node_id: task.cursor,
    created_at: isoTime(task.createdAt),
    started_at: isoTimeOrNull(task.startedAt),
    paused_at: isoTimeOrNull(task.pausedAt),
    finished_at: isoTimeOrNull(task.finishedAt),
    parent_execution: task.parent,
    sub_executions: [...task.children],
    triggering_agent_id: task.triggeringAgent,
    execution_kind: task.process === null ? null : 'resident',
    is_manually_stopped: task.isManuallyStopped,
    execution_attempts: task.attempts,
    hitl_request: task.waitNode === null ? null : { wait_node_id: task.waitNode },
  };
}

/** TasksListItem: some fields of the record, some of them under other names. */
export function taskItem(task: TaskRun, organization: string): Wire {
  return {
    id: task.id,
    agent_id: task.agent,
    user_id: userIdOf(task),
    parent_task_id: task.parent,
    triggering_agent_id: task.triggeringAgent,
    organization_id: organization,
    status: task.status,
    created_at: isoTime(task.createdAt),
    updated_at: isoTime(task.updatedAt),
    source_node_type: task.more['source'] ?? null,
    result: task.result,
    title: task.more['title'] ?? null,
    execution_kind: task.process === null ? null : 'resident',
    process: task.process,
  };
}
