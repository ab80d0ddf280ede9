import { isEngineError } from '../../../domain/engineError.ts';
import type { ExecutionFilter, Page, PageRequest } from '../../../domain/execution.ts';
import { withOdd } from '../../../domain/oddRecord.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { oddIn, recordsIn } from '../../readRecords.ts';
import { getTaskPage, getTasks, maxPageSize, type TaskQuery } from '../wire/endpoints.ts';
import { filterTasks } from './filterTasks.ts';
import { inBatches } from './inBatches.ts';
import type { ListedTask } from '../wire/records.ts';
import { createSlices, offsetOf } from './slices.ts';

const searched = 'xpander.ai cannot search inputs: titles, ids and results were looked at.';

/** Reads a page of one agent's tasks that match the filter, newest first. */
export type ReadTaskPage = (
  agent: string,
  filter: ExecutionFilter,
  page: PageRequest,
  signal: AbortSignal,
) => Promise<Page<ListedTask>>;

/**
 * Reads pages of tasks. The public API has pages and filters by one status. Where the address does
 * not serve it, or the filter needs more, the whole list is read and cut into pages here.
 */
export function createTaskPages(send: Send): ReadTaskPage {
  const slices = createSlices<ListedTask>();
  let hasNoPages = false;

  return async (agent, filter, page, signal) => {
    const query = queryOf(filter);
    const cutLocally = async () => {
      const found = await slices(JSON.stringify([agent, filter]), page, async () => {
        const all = await send(getTasks(agent, query), signal);
        return { items: filterTasks(recordsIn(all), filter), odd: oddIn(all) };
      });
      const isMissed = found.total === 0 && (filter.text ?? '').trim() !== '';
      return isMissed ? { ...found, notice: searched } : found;
    };
    if (hasNoPages || !canFilter(filter)) return cutLocally();
    try {
      return await readPages(send, agent, { query, page, signal });
    } catch (error) {
      if (!isRejection(error)) throw error;
      const found = await cutLocally();
      // An empty list does not prove that the public API is missing: the agent may be gone.
      hasNoPages = found.items.length > 0 || found.odd !== undefined;
      return found;
    }
  };
}

function queryOf({ statuses = [] }: ExecutionFilter): TaskQuery {
  const [only] = statuses;
  return statuses.length === 1 && only !== undefined ? { status: only } : {};
}

/** True where the server can apply the whole filter. */
function canFilter(filter: ExecutionFilter): boolean {
  const { statuses = [], startedAfter, startedBefore, text = '' } = filter;
  const isTimed = startedAfter !== undefined || startedBefore !== undefined;
  return statuses.length <= 1 && !isTimed && text.trim() === '';
}

const rejections = [
  'auth',
  'forbidden',
  'notFound',
  'unsupported',
  'invalid',
  'badResponse',
] as const;

function isRejection(error: unknown): boolean {
  return rejections.some((kind) => isEngineError(error, kind));
}

interface Wanted {
  readonly query: TaskQuery;
  readonly page: PageRequest;
  readonly signal: AbortSignal;
}

/** Reads the server's pages that together cover the requested page. */
async function readPages(send: Send, agent: string, wanted: Wanted): Promise<Page<ListedTask>> {
  const { query, page, signal } = wanted;
  const start = offsetOf(page.cursor);
  const end = start + page.size;
  const read = (number: number) => send(getTaskPage(agent, number, query), signal);
  const before = Math.floor(start / maxPageSize);
  const first = await read(before + 1);
  const { total } = first;
  const pages = Math.ceil(Math.min(end, total) / maxPageSize);
  const others = Array.from({ length: Math.max(0, pages - before - 1) }, (_, i) => before + 2 + i);
  const rest = await inBatches(others, read);
  const skipped = before * maxPageSize;
  const all = [first, ...rest].flatMap(({ items }) => items).slice(start - skipped, end - skipped);
  return {
    items: recordsIn(all),
    total,
    ...withOdd(oddIn(all)),
    ...(end < total ? { next: String(end) } : {}),
  };
}
