import type { Send } from '../../../http/httpRequest.ts';
import { ifAvailable } from '../../ifAvailable.ts';
import { getTask, getWorkflowNodes } from '../wire/endpoints.ts';
import type { AgentRecord, ListedTask } from '../wire/records.ts';
import { inBatches } from './inBatches.ts';

interface Limits {
  readonly requests: number;
  readonly signal: AbortSignal;
}

/**
 * Of the paused tasks of workflows, the ids of those that wait for nobody: a node of the type
 * self_schedule pauses its task and resumes it at a time. Costs one request for a workflow with
 * paused tasks, and where it has such a node one more for each of them. A task that cannot be told
 * apart counts as waiting.
 */
export async function selfScheduled(
  send: Send,
  workflows: readonly Pick<AgentRecord, 'id'>[],
  paused: readonly ListedTask[],
  { requests, signal }: Limits,
): Promise<readonly string[]> {
  const found: string[] = [];
  let left = requests;
  for (const { id } of workflows) {
    const own = paused.filter((task) => task.agent_id === id);
    if (own.length === 0 || left < own.length + 1) continue;
    left -= own.length + 1;
    found.push(...(await selfScheduledIn(send, id, own, signal)));
  }
  return found;
}

async function selfScheduledIn(
  send: Send,
  workflow: string,
  paused: readonly ListedTask[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const nodes = await ifAvailable(() => send(getWorkflowNodes(workflow), signal));
  const schedules = new Set(
    (nodes ?? []).filter(({ type }) => type === 'self_schedule').map(({ id }) => id),
  );
  if (schedules.size === 0) return [];
  const tasks = await inBatches(paused, ({ id }) => ifAvailable(() => send(getTask(id), signal)));
  return tasks.flatMap((task) => {
    const isAsked = task?.hitl_request !== undefined || task?.pending_eca_request !== undefined;
    const isThere = schedules.has(task?.last_executed_node_id ?? '');
    return task !== undefined && isThere && !isAsked ? [task.id] : [];
  });
}
