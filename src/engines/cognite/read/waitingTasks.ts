import pLimit from 'p-limit';

import type { WaitingTasks } from '../../../domain/engine.ts';
import { isAbort, isEngineError } from '../../../domain/engineError.ts';
import { oddRecord, type OddRecord, withOdd } from '../../../domain/oddRecord.ts';
import type { Task } from '../../../domain/task.ts';
import { maxPageSize, listExecutions } from '../wire/endpoints.ts';
import type { Project } from '../connection/project.ts';
import type { ExecutionRecord } from '../wire/records.ts';
import { readDetails } from './readDetails.ts';
import { currentTasks } from '../toDomain/executionNodes.ts';

// The limit of the official SDK for concurrent reads.
const concurrency = 5;
// The part of the requests that lists executions; the others read them.
const partForLists = 0.2;

/**
 * The oldest waiting tasks. No endpoint lists tasks, so this lists the running executions and reads
 * the oldest of them, with `requests` requests in all.
 */
export async function waitingTasks(
  project: Project,
  requests: number,
  signal: AbortSignal,
): Promise<WaitingTasks> {
  const running = await runningExecutions(project, Math.ceil(requests * partForLists), signal);
  const { items, lists, isCut } = running;
  const oldest = items
    .toSorted((a, b) => (a.createdTime ?? 0) - (b.createdTime ?? 0))
    .slice(0, Math.max(0, requests - lists));
  const read = await pLimit(concurrency).map(oldest, ({ id }) => tryRead(project, id, signal));
  const failures = read.flatMap((one) => ('error' in one ? [one.error] : []));
  if (failures.length > 0 && failures.length === read.length) throw failures[0];
  const tasks = read
    .flatMap((one) => ('tasks' in one ? one.tasks : []))
    .toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
  const isPart = isCut || oldest.length < items.length;
  const all = isCut
    ? `${running.isOldestFirst ? 'more than' : 'the newest'} ${items.length}`
    : items.length;
  const notice = [
    ...(isPart ? [`Looked into the oldest ${oldest.length} of ${all} running executions.`] : []),
    ...(failures.length > 0 ? [`${failures.length} could not be read.`] : []),
  ].join(' ');
  return {
    tasks,
    ...(isPart ? { hasMore: true } : {}),
    ...(notice === '' ? {} : { notice }),
    ...withOdd([...running.odd, ...read.flatMap((one) => ('odd' in one ? one.odd : []))]),
  };
}

interface Running {
  readonly items: readonly ExecutionRecord[];
  readonly odd: readonly OddRecord[];
  readonly lists: number;
  /** True where there are more than were listed. */
  readonly isCut: boolean;
  readonly isOldestFirst: boolean;
}

/**
 * Lists until the oldest is there. The specification says "ordered by createdTime", but not in
 * which direction: where the oldest comes first, one page holds it.
 */
async function runningExecutions(
  project: Project,
  most: number,
  signal: AbortSignal,
): Promise<Running> {
  const items: ExecutionRecord[] = [];
  const odd: OddRecord[] = [];
  let cursor: string | undefined;
  for (let lists = 1; ; lists++) {
    const page = { limit: maxPageSize, cursor };
    const query = listExecutions(project.name, { statuses: ['RUNNING'] }, page);
    const answer = await project.send(query, signal);
    items.push(...answer.items);
    odd.push(...answer.odd);
    cursor = answer.nextCursor;
    const isOver = cursor === undefined || lists >= most || isOldestFirst(items);
    if (isOver) {
      const isCut = cursor !== undefined;
      return { items, odd, lists, isCut, isOldestFirst: isOldestFirst(items) };
    }
  }
}

function isOldestFirst(items: readonly ExecutionRecord[]): boolean {
  return (items[0]?.createdTime ?? 0) < (items.at(-1)?.createdTime ?? 0);
}

interface WaitingIn {
  readonly tasks: readonly Task[];
  readonly odd: readonly OddRecord[];
}

async function tryRead(
  project: Project,
  id: string,
  signal: AbortSignal,
): Promise<WaitingIn | { readonly error: unknown }> {
  try {
    const reading = await readDetails(project, id, signal);
    const tasks = currentTasks(reading).filter((task) => task.state === 'waiting');
    return { tasks, odd: reading.execution.odd ?? [] };
  } catch (error) {
    if (isAbort(error) || isEngineError(error, 'rateLimited')) throw error;
    // The execution was removed since it was listed.
    if (isEngineError(error, 'notFound')) return { tasks: [], odd: [] };
    const odd = oddRecord('execution', id, error);
    if (odd !== undefined) return { tasks: [], odd: [odd] };
    // The caller counts the executions that could not be read and still shows the others.
    return { error };
  }
}
