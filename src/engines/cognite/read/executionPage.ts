import type { Execution, ExecutionFilter, Page, PageRequest } from '../../../domain/execution.ts';
import { holdsText } from '../../../domain/holdsText.ts';
import { type OddRecord, withOdd } from '../../../domain/oddRecord.ts';
import { type ExecutionQuery, maxPageSize, listExecutions } from '../wire/endpoints.ts';
import type { Project } from '../connection/project.ts';
import type { ExecutionRecord } from '../wire/records.ts';
import { type TextCursor, parseTextCursor, printTextCursor } from '../wire/textCursor.ts';
import { toExecution } from '../toDomain/toExecution.ts';

/** One page of executions, newest first. */
export async function executionPage(
  project: Project,
  filter: ExecutionFilter,
  page: PageRequest,
  signal: AbortSignal,
): Promise<Page<Execution>> {
  const text = filter.text?.trim() ?? '';
  if (text !== '') return await searchPage({ project, filter, page, text }, signal);
  const limit = Math.min(Math.max(1, page.size), maxPageSize);
  const query = listExecutions(project.name, queryOf(filter), { limit, cursor: page.cursor });
  const { items, odd, nextCursor } = await project.send(query, signal);
  return {
    items: newestFirst(items).map(toExecution),
    ...withOdd(odd),
    ...(nextCursor === undefined ? {} : { next: nextCursor, ...orderNotice(items) }),
  };
}

interface Search {
  readonly project: Project;
  readonly filter: ExecutionFilter;
  readonly page: PageRequest;
  readonly text: string;
}

// The API has no text search, so the newest executions are searched here.
const maxSearchRequests = 5;

const searched =
  'CDF cannot search inputs and outputs: ids, workflows, statuses, reasons and metadata were looked at.';

async function searchPage(search: Search, signal: AbortSignal): Promise<Page<Execution>> {
  const { project, filter, page, text } = search;
  const found: ExecutionRecord[] = [];
  const odd: OddRecord[] = [];
  let at: TextCursor = parseTextCursor(page.cursor);
  let looked = 0;
  for (let request = 0; request < maxSearchRequests; request++) {
    const query = { limit: maxPageSize, cursor: at.cursor };
    const answer = await project.send(listExecutions(project.name, queryOf(filter), query), signal);
    const items = newestFirst(answer.items);
    // Nobody knows whether they hold the text. A page that is searched on was shown with them.
    if (at.skip === 0) odd.push(...answer.odd);
    for (const [index, record] of items.entries()) {
      if (index < at.skip) continue;
      looked++;
      if (!holds(record, text)) continue;
      found.push(record);
      if (found.length < page.size) continue;
      const rest = { cursor: at.cursor, skip: index + 1 };
      return { items: found.map(toExecution), next: printTextCursor(rest), ...withOdd(odd) };
    }
    if (answer.nextCursor === undefined) {
      const notice = found.length === 0 ? { notice: searched } : {};
      return { items: found.map(toExecution), ...notice, ...withOdd(odd) };
    }
    at = { cursor: answer.nextCursor, skip: 0 };
  }
  return {
    items: found.map(toExecution),
    next: printTextCursor(at),
    ...withOdd(odd),
    notice: `Looked for "${text}" in ${looked} executions: load more to look further.`,
  };
}

function queryOf(filter: ExecutionFilter): ExecutionQuery {
  return {
    workflow: filter.workflow,
    statuses: filter.statuses,
    createdAfter: filter.startedAfter,
    createdBefore: filter.startedBefore,
  };
}

function holds(record: ExecutionRecord, text: string): boolean {
  const words = [
    record.id,
    record.workflowExternalId,
    record.version,
    record.status,
    record.reasonForIncompletion,
    ...Object.keys(record.metadata),
    // By contract all are texts. String() of an object may throw.
    ...Object.values(record.metadata)
      .filter((value) => typeof value !== 'object')
      .map(String),
  ];
  return holdsText(words, text);
}

function newestFirst(records: readonly ExecutionRecord[]): readonly ExecutionRecord[] {
  return records.toSorted((a, b) => createdOf(b) - createdOf(a));
}

// The API's specification says "ordered by createdTime", but not in which direction.
function orderNotice(items: readonly ExecutionRecord[]): { notice?: string } {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined || createdOf(first) >= createdOf(last)) return {};
  return { notice: 'The server lists the oldest first: load more to see newer ones.' };
}

function createdOf(record: ExecutionRecord): number {
  return record.createdTime ?? record.startTime ?? 0;
}
