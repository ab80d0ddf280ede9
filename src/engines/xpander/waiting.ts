import type { WaitingTasks } from '../../domain/engine.ts';
import type { Send } from '../../http/httpRequest.ts';
import { getTasks } from './endpoints.ts';
import { createdAt } from './filterTasks.ts';
import { inTurns } from './inTurns.ts';
import type { AgentRecord, ListedTask } from './records.ts';
import { agentKind } from './toWorkflow.ts';
import { listedTask, type TaskContext } from './toTask.ts';

/**
 * The paused tasks, oldest first: one request for each agent, as the API knows no list across
 * agents. Workflows come first, since theirs are the nodes that wait for people.
 */
export async function waitingTasks(
  send: Send,
  agents: readonly AgentRecord[],
  requests: number,
  scope: { readonly context: TaskContext; readonly signal: AbortSignal },
): Promise<WaitingTasks> {
  const ordered = [...agents].sort((a, b) => rank(a) - rank(b));
  const looked = ordered.slice(0, Math.max(0, requests));
  const lists = await inTurns(looked, (agent) =>
    send(getTasks(agent.id, { status: 'paused' }), scope.signal),
  );
  const paused = lists.flat().filter(isPaused);
  const tasks = paused.sort((a, b) => createdAt(a) - createdAt(b));
  return {
    tasks: tasks.map((record) => listedTask(record, scope.context)),
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
