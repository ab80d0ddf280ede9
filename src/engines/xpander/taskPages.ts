import { isEngineError } from '../../domain/engineError.ts';
import type { ExecutionFilter, Page, PageRequest } from '../../domain/execution.ts';
import type { Send } from '../../http/httpRequest.ts';
import { getTaskPage, getTasks, largestPage, type TaskQuery } from './endpoints.ts';
import { filterTasks } from './filterTasks.ts';
import { inTurns } from './inTurns.ts';
import type { ListedTask } from './records.ts';
import { createSlices, offsetOf } from './slices.ts';

/** The tasks of one agent that a filter asks for, newest first. */
export type ReadTaskPage = (
  agent: string,
  filter: ExecutionFilter,
  page: PageRequest,
  signal: AbortSignal,
) => Promise<Page<ListedTask>>;

/**
 * Pages of tasks. The public API has pages and filters by one status; where an address does not
 * serve it, or the filter asks for more, the whole list is read and cut here.
 */
export function createTaskPages(send: Send): ReadTaskPage {
  const slices = createSlices<ListedTask>();
  let hasNone = false;

  return async (agent, filter, page, signal) => {
    const query = queryOf(filter);
    const cutHere = () =>
      slices(JSON.stringify([agent, filter]), page, async () =>
        filterTasks(await send(getTasks(agent, query), signal), filter),
      );
    if (hasNone || !canFilter(filter)) return cutHere();
    try {
      return await readPages(send, agent, { query, page, signal });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const found = await cutHere();
      // An empty list proves nothing: the agent may be gone.
      hasNone = found.items.length > 0;
      return found;
    }
  };
}

function queryOf({ statuses = [] }: ExecutionFilter): TaskQuery {
  const [only] = statuses;
  return statuses.length === 1 && only !== undefined ? { status: only } : {};
}

/** Whether the server can do all that the filter asks for. */
function canFilter(filter: ExecutionFilter): boolean {
  const { statuses = [], startedAfter, startedBefore, text = '' } = filter;
  const isTimed = startedAfter !== undefined || startedBefore !== undefined;
  return statuses.length <= 1 && !isTimed && text.trim() === '';
}

const refusals = [
  'auth',
  'forbidden',
  'notFound',
  'unsupported',
  'invalid',
  'badResponse',
] as const;

function isRefusal(error: unknown): boolean {
  return refusals.some((kind) => isEngineError(error, kind));
}

interface Wanted {
  readonly query: TaskQuery;
  readonly page: PageRequest;
  readonly signal: AbortSignal;
}

/** Reads as many of the server's pages as the wanted one lies in. */
async function readPages(send: Send, agent: string, wanted: Wanted): Promise<Page<ListedTask>> {
  const { query, page, signal } = wanted;
  const start = offsetOf(page.cursor);
  const end = start + page.size;
  const read = (number: number) => send(getTaskPage(agent, number, query), signal);
  const before = Math.floor(start / largestPage);
  const first = await read(before + 1);
  const { total } = first;
  const pages = Math.ceil(Math.min(end, total) / largestPage);
  const others = Array.from({ length: Math.max(0, pages - before - 1) }, (_, i) => before + 2 + i);
  const rest = await inTurns(others, read);
  const skipped = before * largestPage;
  return {
    items: [first, ...rest].flatMap(({ items }) => items).slice(start - skipped, end - skipped),
    total,
    ...(end < total ? { next: String(end) } : {}),
  };
}
