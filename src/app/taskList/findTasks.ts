import type { Engine } from '../../domain/engine.ts';
import { isEngineError } from '../../domain/engineError.ts';
import type { Execution, Page } from '../../domain/execution.ts';
import { executionTasks } from '../../domain/executionTasks.ts';
import { taskKey } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { Connections } from '../connections.ts';
import { fewAtOnce } from '../fewAtOnce.ts';
import { findWaiting } from '../findWaiting.ts';
import { tasksBelow } from '../tasksBelow.ts';
import { tasksIn } from '../tasksIn.ts';
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
// Each of these workflows is one more list.
const mostBelow = { workflows: 100, tasks: 500 };
// A document that is longer is no help: what is left out is said.
const mostTasks = 2_000;

/** Throws EngineError where a server cannot be read, except among all waiting tasks. */
export async function findTasks(
  connections: Pick<Connections, 'list' | 'connected'>,
  source: ListSource,
  signal: AbortSignal,
): Promise<FoundTasks> {
  const { tasks, notices, unread = [] } = await read(connections, source, signal);
  const listed = tasks.filter(({ options }) => options.unavailable === undefined);
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
  const open = openStatuses === undefined ? filter : { ...filter, statuses: openStatuses };
  const page = await listExecutions(open, { size: mostExecutions }, signal);
  const running = page.items.filter(({ terminal }) => !terminal);
  const tasks = await tasksIn(readExecution, running, signal);
  return { tasks: tasks.filter(isOpen), notices: noticesOf(page, 'executions') };
}

/** Where tasks stand directly below their workflow. */
async function readListed(
  engine: Engine,
  filter: { readonly workflow?: string },
  signal: AbortSignal,
): Promise<Read> {
  const { pages, isCut } = await tasksBelow(engine, filter, mostBelow, signal);
  const cut = isCut ? [`Looked at the first ${pages.length} workflows.`] : [];
  return {
    tasks: pages.flatMap(({ items }) => items.filter(isOpen)),
    notices: [...new Set([...cut, ...pages.flatMap((page) => noticesOf(page, 'tasks'))])],
  };
}

function noticesOf(page: Page<Execution | Task>, what: 'executions' | 'tasks'): readonly string[] {
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
  const found = await fewAtOnce(refs, async (ref) => {
    const { engine } = await connections.connected(ref.connection);
    return engine.readTask(ref, signal);
  });
  return found.filter((task) => task !== undefined);
}
