import type { Engine } from '../../domain/engine.ts';
import { isEngineError } from '../../domain/engineError.ts';
import type { Execution, Page } from '../../domain/execution.ts';
import { executionTasks } from '../../domain/executionTasks.ts';
import { oddSentence } from '../../domain/oddRecord.ts';
import type { OddRecord } from '../../domain/oddRecord.ts';
import { taskKey } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { Connections } from '../connections.ts';
import { fewAtOnce } from '../fewAtOnce.ts';
import { findWaiting } from '../findWaiting.ts';
import { tasksBelow } from '../tasksBelow.ts';
import { tasksIn } from '../tasksIn.ts';
import type { ListSource } from './taskList.ts';

/** The tasks of a list, as they are now. */
export interface FoundTasks {
  readonly tasks: readonly Task[];
  /** How far the search went, and what it left out. */
  readonly notice?: string;
  /** The ids of connections that could not be read. */
  readonly unread: readonly string[];
}

// The cost for a server: one list, and at most this many of its executions.
const mostExecutions = 500;
// Each of these workflows costs one more list.
const mostBelow = { workflows: 100, tasks: 500 };
// A longer document is of no use. The notice says what was left out.
const mostTasks = 2_000;

/** Throws EngineError if a server cannot be read, except for the list of all waiting tasks. */
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
      return { tasks: executionTasks(detail?.nodes ?? []), notices: oddNotices(detail) };
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
        const found = await findWaiting(engine, mostExecutions + 1, signal);
        const notices = [
          ...(found.notice === undefined ? [] : [found.notice]),
          ...oddNotices(found),
        ];
        return {
          tasks: found.tasks,
          notices: notices.map((one) => prefixed(one, name, ids.length)),
        };
      } catch (error) {
        // One server that is down must not hide the tasks of the others: the notice names it.
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

/** All open tasks: those of the newest open executions, or those among the newest tasks. */
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
  const inside = await tasksIn(readExecution, running, signal);
  return {
    tasks: inside.tasks.filter(isOpen),
    notices: [...noticesOf(page, 'executions'), ...oddNotices(inside)],
  };
}

/** For engines whose tasks stand directly below their workflow. */
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
    ...oddNotices(page),
  ];
}

function oddNotices(found: { readonly odd?: readonly OddRecord[] } | undefined): readonly string[] {
  const sentence = oddSentence(found?.odd);
  return sentence === undefined ? [] : [sentence];
}

// A task that is over takes no update, or an update reopens it: nobody wants that for hundreds at
// once.
function isOpen({ terminal, state }: Task): boolean {
  return !terminal && (state === 'waiting' || state === 'running' || state === 'unknown');
}

/** Reads tasks one by one. Tasks that are gone are left out. */
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
