import type { WaitingTasks } from '../../../domain/engine.ts';
import { type OddRecord, withOdd } from '../../../domain/oddRecord.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { oddIn, recordsIn } from '../../readRecords.ts';
import { ifAvailable } from '../../ifAvailable.ts';
import { isWaitingProcess } from '../toDomain/isWaitingProcess.ts';
import { getExecutingTasks, getTasks } from '../wire/endpoints.ts';
import { selfScheduled } from './selfScheduled.ts';
import { createdAt } from './filterTasks.ts';
import { inBatches } from './inBatches.ts';
import type { AgentRecord, ListedTask } from '../wire/records.ts';
import { agentKind } from '../toDomain/toWorkflow.ts';
import { toListedTask, type TaskSource } from '../toDomain/toTask.ts';

interface Scope {
  readonly source: TaskSource;
  readonly signal: AbortSignal;
}

/** All agents and workflows, and those that could not be read. */
interface Agents {
  readonly items: readonly AgentRecord[];
  readonly odd: readonly OddRecord[];
}

/**
 * The paused tasks and the resident ones that wait, oldest first, without those that resume by
 * themselves. Costs one request for each agent, because no list of the paused spans agents; the
 * requests that are left go to telling tasks apart. Workflows come first: their nodes are the ones
 * that wait for people.
 */
export async function waitingTasks(
  send: Send,
  { items: agents, odd }: Agents,
  requests: number,
  { source, signal }: Scope,
): Promise<WaitingTasks> {
  const ordered = [...agents].sort((a, b) => rank(a) - rank(b));
  const looked = ordered.slice(0, Math.max(0, requests));
  const lists = await inBatches(looked, (agent) =>
    send(getTasks(agent.id, { status: 'paused' }), signal),
  );
  const left = requests - looked.length - 1;
  const resident =
    left < 0 ? undefined : await ifAvailable(() => send(getExecutingTasks(), signal));
  const all = [...lists.flat(), ...(resident?.items ?? [])];
  const paused = recordsIn(all).filter(isPaused);
  const workflows = looked.filter((agent) => agentKind(agent) === 'workflow');
  const alone = new Set(await selfScheduled(send, workflows, paused, { requests: left, signal }));

  const tasks = [
    ...paused.filter(({ id }) => !alone.has(id)),
    ...recordsIn(all).filter(isWaitingProcess),
  ];
  const notice = [
    limitText(looked.length, agents.length, 'agents and workflows'),
    limitText(resident?.items.length ?? 0, resident?.total ?? 0, 'executing tasks'),
    alone.size > 0 ? `Paused until a time of their own: ${alone.size}.` : '',
  ].filter((sentence) => sentence !== '');
  return {
    tasks: tasks
      .sort((a, b) => createdAt(a) - createdAt(b))
      .map((record) => toListedTask(record, source)),
    ...(looked.length < agents.length ? { hasMore: true } : {}),
    ...(notice.length === 0 ? {} : { notice: notice.join(' ') }),
    ...withOdd([...odd, ...oddIn(all)]),
  };
}

function limitText(looked: number, all: number, what: string): string {
  return looked < all ? `Looked at ${looked} of ${all} ${what}.` : '';
}

function isPaused(task: ListedTask): boolean {
  return task.status === 'paused';
}

function rank(agent: AgentRecord): number {
  const isIdle = agent.status !== undefined && agent.status !== 'ACTIVE';
  return (agentKind(agent) === 'workflow' ? 0 : 1) + (isIdle ? 2 : 0);
}
