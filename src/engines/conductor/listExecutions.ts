import type { Execution, ExecutionFilter, Page, PageRequest } from '../../domain/execution.ts';
import type { Send } from '../../http/httpRequest.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { searchWorkflows } from './endpoints.ts';
import { planSearch, type SearchPlan } from './search.ts';
import { fromSummary } from './toExecution.ts';

/** With a filter that the server cannot apply: how many of its pages to look through at once. */
const mostPages = 10;

/** A page from the index, newest first. The index may lag behind what an execution is by now. */
export async function searchExecutions(
  send: Send,
  filter: ExecutionFilter,
  page: PageRequest,
  signal: AbortSignal,
): Promise<Page<Execution>> {
  const items: Execution[] = [];
  let cursor: Cursor | undefined = readCursor(page.cursor);
  let found: number | undefined;
  let plan = planFrom(filter, cursor);
  for (let read = 0; read < mostPages && cursor !== undefined; read++) {
    plan = planFrom(filter, cursor);
    const part = await readPart(send, plan, { cursor, room: page.size - items.length }, signal);
    items.push(...part.items);
    cursor = part.next;
    found = part.total;
    if (items.length >= page.size) break;
  }
  const isCut = plan.ours !== undefined && cursor !== undefined && items.length < page.size;
  const total = plan.ours === undefined ? found : undefined;
  return {
    items,
    ...(cursor === undefined ? {} : { next: writeCursor(cursor) }),
    ...(total === undefined ? {} : { total }),
    ...(isCut
      ? { notice: 'The server cannot search for this; there may be more further back.' }
      : {}),
  };
}

function planFrom(filter: ExecutionFilter, cursor: Cursor): SearchPlan {
  if (cursor.before === undefined) return planSearch(filter);
  const startedBefore = Math.min(cursor.before, filter.startedBefore ?? Infinity);
  return planSearch({ ...filter, startedBefore });
}

interface Part {
  readonly items: readonly Execution[];
  readonly next: Cursor | undefined;
  /** How many there are from the first page on, where the server says. */
  readonly total: number | undefined;
}

async function readPart(
  send: Send,
  plan: SearchPlan,
  at: { readonly cursor: Cursor; readonly room: number },
  signal: AbortSignal,
): Promise<Part> {
  const { query, freeText, ours } = plan;
  const { cursor, room } = at;
  // A filter of ours throws most of them away, so fewer requests carry more.
  const size = ours === undefined ? room : Math.max(room, 100);
  const search = searchWorkflows({ start: cursor.skip, size, query, freeText });
  const { totalHits, results } = await send(search, signal);
  const all = results.map((record) => fromSummary(record));

  const items: Execution[] = [];
  let seen = 0;
  for (const execution of all) {
    seen++;
    if (ours === undefined || ours(execution)) items.push(execution);
    if (items.length === room) break;
  }
  const isLast = seen === all.length && (all.length < size || cursor.skip + seen === totalHits);
  const total = cursor.total ?? totalHits;
  if (isLast) return { items, next: undefined, total };
  const next = after(cursor, all.slice(0, seen));
  return { items, next: total === undefined ? next : { ...next, total }, total };
}

/**
 * The place behind these: the second in which the last one started, less those of that second that
 * were already there. In seconds, because older SQL indexes compare start times in no finer steps.
 */
function after(cursor: Cursor, seen: readonly Execution[]): Cursor {
  const last = seen.at(-1)?.startedAt;
  if (last === undefined) return { ...cursor, skip: cursor.skip + seen.length };
  const before = nextSecond(last);
  const together = seen.filter(({ startedAt = 0 }) => nextSecond(startedAt) === before).length;
  // More of that second may have been on earlier pages.
  const skip = cursor.before === before ? cursor.skip + together : together;
  return { before, skip };
}

function nextSecond(time: number): number {
  return (Math.floor(time / 1000) + 1) * 1000;
}
