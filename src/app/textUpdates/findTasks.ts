import pLimit from 'p-limit';
import type { Engine } from '../../domain/engine.ts';
import { isEngineError } from '../../domain/engineError.ts';
import type { Execution, Page } from '../../domain/execution.ts';
import { executionTasks } from '../../domain/executionTasks.ts';
import { taskKey } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { Connections } from '../connections.ts';
import { findWaiting } from '../findWaiting.ts';
import type { ListSource } from './taskList.ts';

/** The tasks that a list is about, as they are now. */
export interface FoundTasks {
  readonly tasks: readonly Task[];
  /** How far the search went, and what was left out. */
  readonly notice?: string;
  /** The ids of connections that could not be read: nothing is known of their tasks. */
  readonly unread: readonly string[];
}

// A server is asked for one list and at most this many executions of it.
const mostExecutions = 500;
// Each of them is one more list.
const mostWorkflows = 100;
// A document that is longer is no help: what is left out is said.
const mostTasks = 2_000;
// Requests at the same time: enough to be quick, few enough for a small server.
const atOnce = 4;

/** Throws EngineError where a server cannot be read, except among all waiting tasks. */
export async function findTasks(
  connections: Pick<Connections, 'list' | 'connected'>,
  source: ListSource,
  signal: AbortSignal,
): Promise<FoundTasks> {
  const { tasks, notices, unread = [] } = await read(connections, source, signal);
  const listed = tasks.filter(({ options }) => options.refusal === undefined);
  const shown = listed.slice(0, mostTasks);
  const words = [
    ...notices,
    ...(tasks.length > listed.length && source.kind === 'tasks'
      ? [`${tasks.length - listed.length} that take no update are left out.`]
      : []),
    ...(listed.length > shown.length ? [`Only the first ${mostTasks} are listed.`] : []),
  ];
  return { tasks: shown, unread, ...(words.length === 0 ? {} : { notice: words.join(' ') }) };
}

interface Read {
  readonly tasks: readonly Task[];
  readonly notices: readonly string[];
  readonly unread?: readonly string[];
}

async function read(
  connections: Pick<Connections, 'list' | 'connected'>,
  source: ListSource,
  signal: AbortSignal,
): Promise<Read> {
  switch (source.kind) {
    case 'waiting':
      return readWaiting(connections, signal);
    case 'tasks':
      return { tasks: await readTasks(connections, source.refs, signal), notices: [] };
    case 'several': {
      const found: Read[] = [];
      for (const one of source.sources) found.push(await read(connections, one, signal));
      return joined(found);
    }
    case 'execution': {
      const { engine } = await connections.connected(source.connection);
      const detail = await engine.readExecution?.(source.execution, signal);
      return { tasks: executionTasks(detail?.nodes ?? []), notices: [] };
    }
    case 'workflow':
    case 'connection': {
      const { engine } = await connections.connected(source.connection);
      const filter = source.kind === 'workflow' ? { workflow: source.workflow } : {};
      return readOpen(engine, filter, signal);
    }
  }
}

async function readWaiting(
  connections: Pick<Connections, 'list' | 'connected'>,
  signal: AbortSignal,
): Promise<Read> {
  const ids = connections.list();
  const found = await Promise.all(
    ids.map(async ({ id, name }): Promise<Read> => {
      try {
        const { engine } = await connections.connected(id);
        const { tasks, notice } = await findWaiting(engine, mostExecutions + 1, signal);
        return { tasks, notices: notice === undefined ? [] : [prefixed(notice, name, ids.length)] };
      } catch (error) {
        // One server that is down must not hide what waits on the others: the list says so.
        if (ids.length === 1 || !isEngineError(error)) throw error;
        const notices = [`${name} could not be read: ${error.message}`];
        return { tasks: [], notices, unread: [id] };
      }
    }),
  );
  return joined(found);
}

function joined(found: readonly Read[]): Read {
  const tasks = found.flatMap((one) => one.tasks);
  return {
    tasks: [...new Map(tasks.map((task) => [taskKey(task.ref), task])).values()],
    notices: found.flatMap(({ notices }) => notices),
    unread: found.flatMap(({ unread = [] }) => unread),
  };
}

function prefixed(notice: string, name: string, count: number): string {
  return count === 1 ? notice : `${name}: ${notice}`;
}

/** Every task that is open: of the newest open executions, or of the newest tasks themselves. */
async function readOpen(
  engine: Engine,
  filter: { readonly workflow?: string },
  signal: AbortSignal,
): Promise<Read> {
  const { listExecutions, readExecution, openStatuses } = engine;
  if (listExecutions === undefined || readExecution === undefined) {
    return readListed(engine, filter, signal);
  }
  const size = mostExecutions;
  const open = openStatuses === undefined ? filter : { ...filter, statuses: openStatuses };
  const page = await listExecutions(open, { size }, signal);
  const running = page.items.filter(({ terminal }) => !terminal);
  const limit = pLimit(atOnce);
  const found = await limit.map(running, ({ id }) => tasksOf(readExecution, id, signal));
  return { tasks: found.flat().filter(isOpen), notices: noticesOf(page, 'executions') };
}

/** Where tasks stand directly below their workflow. */
async function readListed(
  { listTasks, listWorkflows }: Engine,
  { workflow }: { readonly workflow?: string },
  signal: AbortSignal,
): Promise<Read> {
  if (listTasks === undefined) return { tasks: [], notices: [] };
  const below = async (id: string): Promise<Read> => {
    const page = await listTasks({ workflow: id }, { size: mostExecutions }, signal);
    return { tasks: page.items.filter(isOpen), notices: noticesOf(page, 'tasks') };
  };
  if (workflow !== undefined) return below(workflow);
  const workflows = await listWorkflows({ size: mostWorkflows }, signal);
  const limit = pLimit(atOnce);
  const read = joined(await limit.map([...workflows.items], ({ id }) => below(id)));
  const isCut = workflows.next !== undefined;
  const cut = isCut ? [`Looked at the first ${workflows.items.length} workflows.`] : [];
  return { ...read, notices: [...new Set([...cut, ...read.notices])] };
}

async function tasksOf(
  readExecution: NonNullable<Engine['readExecution']>,
  id: string,
  signal: AbortSignal,
): Promise<readonly Task[]> {
  try {
    return executionTasks((await readExecution(id, signal)).nodes);
  } catch (error) {
    // A list may lag behind: an execution that was removed meanwhile holds nothing.
    if (isEngineError(error, 'notFound')) return [];
    throw error;
  }
}

function noticesOf(
  page: Page<Execution | Task> | undefined,
  what: 'executions' | 'tasks',
): readonly string[] {
  if (page === undefined) return [];
  return [
    ...(page.next === undefined ? [] : [`Looked at the newest ${page.items.length} ${what}.`]),
    ...(page.notice === undefined ? [] : [page.notice]),
  ];
}

// What is over takes no update, or is reopened by one: nothing to do for hundreds at once.
function isOpen({ terminal, state }: Task): boolean {
  return !terminal && (state === 'waiting' || state === 'running' || state === 'unknown');
}

/** Reads tasks one by one; one that is gone is left out. */
export async function readTasks(
  connections: Pick<Connections, 'connected'>,
  refs: readonly TaskRef[],
  signal: AbortSignal,
): Promise<readonly Task[]> {
  const limit = pLimit(atOnce);
  const found = await limit.map([...refs], async (ref) => {
    const { engine } = await connections.connected(ref.connection);
    return engine.readTask(ref, signal);
  });
  return found.filter((task) => task !== undefined);
}
