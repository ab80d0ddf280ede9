import type { Execution, ExecutionFilter, Page, PageRequest } from '../../../domain/execution.ts';
import { type OddRecord, withOdd } from '../../../domain/oddRecord.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { oddIn, type ReadRecord, recordsIn } from '../../readRecords.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import type { SummaryRecord } from '../wire/records.ts';
import { planSearch, type SearchPlan } from './planSearch.ts';
import { summaryToExecution } from '../toDomain/toExecution.ts';
import { wordsOf } from '../toDomain/wordsOf.ts';
import { searchText } from './searchText.ts';

/**
 * How many of the server's pages to read for one page of the list, where the server cannot apply
 * the whole filter.
 */
const maxPages = 10;

/** A page of the search index, newest first. The index may lag behind the execution store. */
export async function searchExecutions(
  send: Send,
  filter: ExecutionFilter,
  page: PageRequest,
  signal: AbortSignal,
): Promise<Page<Execution>> {
  const items: Execution[] = [];
  const odd: OddRecord[] = [];
  let cursor: Cursor | undefined = readCursor(page.cursor);
  let found: number | undefined;
  let plan = planFrom(filter, cursor);
  let looked = 0;
  let isTaken = true;
  for (let read = 0; read < maxPages && cursor !== undefined; read++) {
    plan = planFrom(filter, cursor);
    const part = await readPart(send, plan, { cursor, room: page.size - items.length }, signal);
    items.push(...part.items);
    looked += part.looked;
    isTaken = part.isTaken;
    odd.push(...part.odd);
    cursor = part.next;
    found = part.total;
    if (items.length >= page.size) break;
  }
  const isCut = plan.localFilter !== undefined && cursor !== undefined && items.length < page.size;
  const total = plan.localFilter === undefined ? found : undefined;
  return {
    items,
    ...(cursor === undefined ? {} : { next: writeCursor(cursor) }),
    ...(total === undefined ? {} : { total }),
    ...withOdd(odd),
    ...(isCut ? { notice: cutNotice(looked, isTaken ? undefined : filter.text) } : {}),
  };
}

/** `text` is one that the server cannot search for at all. */
function cutNotice(looked: number, text: string | undefined): string {
  const what = text === undefined ? 'exactly this' : `“${text.trim()}”`;
  return `The server cannot search for ${what}: looked through ${looked} executions, and older executions may match too.`;
}

function planFrom(filter: ExecutionFilter, cursor: Cursor): SearchPlan {
  if (cursor.before === undefined) return planSearch(filter);
  const startedBefore = Math.min(cursor.before, filter.startedBefore ?? Infinity);
  return planSearch({ ...filter, startedBefore });
}

interface Part {
  readonly items: readonly Execution[];
  readonly odd: readonly OddRecord[];
  readonly next: Cursor | undefined;
  /** The total from the first page on, where the server reports it. */
  readonly total: number | undefined;
  /** The number of executions that the server sent and we looked at. */
  readonly looked: number;
  /** False where the server cannot search for the text. */
  readonly isTaken: boolean;
}

async function readPart(
  send: Send,
  plan: SearchPlan,
  at: { readonly cursor: Cursor; readonly room: number },
  signal: AbortSignal,
): Promise<Part> {
  const { query, text, localFilter } = plan;
  const { cursor, room } = at;
  // A local filter drops most results, so larger pages save requests.
  const size = localFilter === undefined ? room : Math.max(room, 100);
  const search = { start: cursor.skip, size, query };
  const { totalHits, results, isTaken } = await searchText(send, search, text, signal);
  const { items, looked } = firstOf(results, room, localFilter);
  const shown = results.slice(0, looked);
  const isEnd = results.length < size || cursor.skip + looked === totalHits;
  const total = cursor.total ?? totalHits;
  const part = { items, odd: oddIn(shown), total, looked, isTaken };
  if (looked === results.length && isEnd) return { ...part, next: undefined };
  const next = after(cursor, shown);
  return { ...part, next: total === undefined ? next : { ...next, total } };
}

/** The executions that the filter accepts, up to `room`, and how many were looked at for them. */
function firstOf(
  results: readonly ReadRecord<SummaryRecord>[],
  room: number,
  accepts: SearchPlan['localFilter'],
): { readonly items: readonly Execution[]; readonly looked: number } {
  const items: Execution[] = [];
  let looked = 0;
  for (const one of results) {
    looked++;
    if ('odd' in one) continue;
    const execution = summaryToExecution(one.record);
    if (accepts?.(execution, wordsOf(one.record)) !== false) items.push(execution);
    if (items.length === room) break;
  }
  return { items, looked };
}

/**
 * The cursor after these executions: the second in which the last one started, and how many
 * executions of that second to skip. Older SQL indexes compare start times in whole seconds only.
 */
function after(cursor: Cursor, shown: readonly ReadRecord<SummaryRecord>[]): Cursor {
  const seen = recordsIn(shown).map(summaryToExecution);
  const last = seen.at(-1)?.startedAt;
  // An odd record shows no time: only their number tells where the list goes on.
  if (last === undefined || seen.length < shown.length) {
    return { ...cursor, skip: cursor.skip + shown.length };
  }
  const before = nextSecond(last);
  const together = seen.filter(({ startedAt = 0 }) => nextSecond(startedAt) === before).length;
  // Earlier pages may have shown others of that second.
  const skip = cursor.before === before ? cursor.skip + together : together;
  return { before, skip };
}

function nextSecond(time: number): number {
  return (Math.floor(time / 1000) + 1) * 1000;
}
