import type { WaitingTasks } from '../../../domain/engine.ts';
import { withOdd } from '../../../domain/oddRecord.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { oddIn, recordsIn } from '../../readRecords.ts';
import { getTasks } from '../wire/endpoints.ts';
import { createdAt } from './filterTasks.ts';
import { inBatches } from './inBatches.ts';
import type { AgentRecord, ListedTask } from '../wire/records.ts';
import { agentKind } from '../toDomain/toWorkflow.ts';
import { toListedTask, type TaskSource } from '../toDomain/toTask.ts';

/**
 * The paused tasks, oldest first. Costs one request for each agent, because no list spans agents.
 * Workflows come first: their nodes are the ones that wait for people.
 */
export async function waitingTasks(
  send: Send,
  agents: readonly AgentRecord[],
  requests: number,
  scope: { readonly source: TaskSource; readonly signal: AbortSignal },
): Promise<WaitingTasks> {
  const ordered = [...agents].sort((a, b) => rank(a) - rank(b));
  const looked = ordered.slice(0, Math.max(0, requests));
  const lists = await inBatches(looked, (agent) =>
    send(getTasks(agent.id, { status: 'paused' }), scope.signal),
  );
  const all = lists.flat();
  const paused = recordsIn(all).filter(isPaused);
  const tasks = paused.sort((a, b) => createdAt(a) - createdAt(b));
  return {
    tasks: tasks.map((record) => toListedTask(record, scope.source)),
    ...withOdd(oddIn(all)),
    ...(looked.length < agents.length
      ? { notice: `Looked at ${looked.length} of ${agents.length} agents and workflows.` }
      : {}),
  };
}

function isPaused(task: ListedTask): boolean {
  return task.status === 'paused';
}

function rank(agent: AgentRecord): number {
  const isIdle = agent.status !== undefined && agent.status !== 'ACTIVE';
  return (agentKind(agent) === 'workflow' ? 0 : 1) + (isIdle ? 2 : 0);
}
