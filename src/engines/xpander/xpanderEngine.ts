import type { Connection } from '../../domain/connection.ts';
import type { ConnectionTest, Engine } from '../../domain/engine.ts';
import { EngineError, isEngineError } from '../../domain/engineError.ts';
import type { Workflow } from '../../domain/execution.ts';
import type { Task } from '../../domain/task.ts';
import { createSend, type SendOptions } from '../../http/createSend.ts';
import { requestPreview } from '../../http/requestPreview.ts';
import { oddIn, recordsIn } from '../readRecords.ts';
import { baseUrlOf } from './connection/baseUrlOf.ts';
import { childTasks } from './read/childTasks.ts';
import { deleteTask, getAgents, getTask } from './wire/endpoints.ts';
import { expectedStatuses } from './update/expectedStatuses.ts';
import { explainXpander } from './connection/explainXpander.ts';
import { outputHints } from './read/outputHints.ts';
import type { AgentRecord } from './wire/records.ts';
import { sendUpdate, updateRequest } from './update/sendUpdate.ts';
import { signIn, signInPlaceholder } from './connection/signIn.ts';
import { createSlices, type WholeList } from './read/slices.ts';
import { statusWords } from './toDomain/taskStatus.ts';
import { createTaskPages } from './read/taskPages.ts';
import { type KnownAgent, toListedTask, type TaskSource, toTask } from './toDomain/toTask.ts';
import { agentKind, toWorkflow } from './toDomain/toWorkflow.ts';
import { waitingTasks } from './read/waitingTasks.ts';

/** What the engine needs from outside: transport, clock, log and the API key. */
export interface XpanderServices extends Pick<
  SendOptions,
  'transport' | 'clock' | 'log' | 'timeoutMs' | 'retry'
> {
  readonly secret: () => Promise<string | undefined>;
}

/** xpander.ai, in the cloud or self-hosted. Throws EngineError for an invalid address. */
export function createXpanderEngine(connection: Connection, services: XpanderServices): Engine {
  const baseUrl = baseUrlOf(connection);
  const send = createSend({
    ...services,
    baseUrl,
    headers: () => signIn(connection, services.secret),
    explain: explainXpander,
  });
  const known = new Map<string, KnownAgent>();
  const source: TaskSource = { connection: connection.id, agentOf: (id) => known.get(id) };
  const workflowPages = createSlices<Workflow>();
  const readTaskPage = createTaskPages(send);

  async function readAgents(signal: AbortSignal): Promise<WholeList<AgentRecord>> {
    const all = await send(getAgents(), signal);
    const agents = recordsIn(all);
    for (const agent of agents)
      known.set(agent.id, { kind: agentKind(agent), name: toWorkflow(agent).name });
    return { items: agents, odd: oddIn(all) };
  }

  return {
    // The answer to an update contains the changed task. The next writer overwrites it.
    visibleWithinMs: 2_000,
    unsettledForMs: 300,
    executionStatuses: statusWords,
    test: async (signal) => testResult((await readAgents(signal)).items),
    listWorkflows: (page, signal) =>
      workflowPages('', page, async () => {
        const { items, odd } = await readAgents(signal);
        return { items: items.map(toWorkflow).sort(byName), odd };
      }),
    listTasks: async (filter, page, signal) => {
      const { workflow, ...others } = filter;
      if (workflow === undefined) throw noAgent();
      const { items, ...rest } = await readTaskPage(workflow, others, page, signal);
      return { ...rest, items: items.map((record) => toListedTask(record, source)) };
    },
    listChildTasks: (ref, signal) => childTasks(send, ref, source, signal),
    listWaiting: async (requests, signal) =>
      waitingTasks(send, await readAgents(signal), requests - 1, { source, signal }),
    readTask: async (ref, signal): Promise<Task | undefined> => {
      try {
        return toTask(await send(getTask(ref.task), signal), source);
      } catch (error) {
        if (isEngineError(error, 'notFound')) return undefined;
        throw error;
      }
    },
    expects: (before, update) => expectedStatuses(before.status, update),
    preview: async (before, update) =>
      requestPreview(baseUrl, updateRequest(before, update), signInPlaceholder),
    outputHints: (task, signal) => outputHints(send, readTaskPage, task, signal),
    send: async (before, update, signal, events) =>
      await sendUpdate(send, { ...updateRequest(before, update), ...events }, signal),
    stop: (task, signal, events) =>
      sendUpdate(send, { ...deleteTask(task.ref.task), ...events }, signal),
  };
}

function testResult(agents: readonly AgentRecord[]): ConnectionTest {
  const workflows = agents.filter((agent) => agentKind(agent) === 'workflow').length;
  const organizations = [...new Set(agents.map((agent) => agent.organization_id ?? ''))];
  const of = organizations.filter((id) => id !== '').join(', ');
  const notes = agents.length === 0 ? ['This key sees no agents and no workflows.'] : [];
  const found = `${agents.length - workflows} agents, ${workflows} workflows`;
  return { server: `xpander.ai${of === '' ? '' : `, organization ${of}`}: ${found}`, notes };
}

function byName(a: Workflow, b: Workflow): number {
  return a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id, 'en');
}

function noAgent(): EngineError {
  const message = 'xpander.ai lists the tasks of one agent or workflow: choose one.';
  return new EngineError('unsupported', message, { nothingApplied: true });
}
