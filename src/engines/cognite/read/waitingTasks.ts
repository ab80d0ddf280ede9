import pLimit from 'p-limit';

import type { WaitingTasks } from '../../../domain/engine.ts';
import { isAbort, isEngineError } from '../../../domain/engineError.ts';
import { oddRecord, type OddRecord, withOdd } from '../../../domain/oddRecord.ts';
import type { Task } from '../../../domain/task.ts';
import { maxPageSize, listExecutions } from '../wire/endpoints.ts';
import type { Project } from '../connection/project.ts';
import { readDetails } from './readDetails.ts';
import { currentTasks } from '../toDomain/executionNodes.ts';

// The limit of the official SDK for concurrent reads.
const concurrency = 5;

/**
 * No endpoint lists tasks, so this lists the newest running executions with one request and reads
 * each with one more, up to `requests` in all.
 */
export async function waitingTasks(
  project: Project,
  requests: number,
  signal: AbortSignal,
): Promise<WaitingTasks> {
  const page = { limit: maxPageSize, cursor: undefined };
  const { items, odd, nextCursor } = await project.send(
    listExecutions(project.name, { statuses: ['RUNNING'] }, page),
    signal,
  );
  const newest = items
    .toSorted((a, b) => (b.createdTime ?? 0) - (a.createdTime ?? 0))
    .slice(0, Math.max(0, requests - 1));
  const limit = pLimit(concurrency);
  const read = await Promise.all(
    newest.map(({ id }) => limit(async () => await tryRead(project, id, signal))),
  );
  const failures = read.flatMap((one) => ('error' in one ? [one.error] : []));
  if (failures.length > 0 && failures.length === read.length) throw failures[0];
  const tasks = read
    .flatMap((one) => ('tasks' in one ? one.tasks : []))
    .toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
  const isPart = nextCursor !== undefined || newest.length < items.length;
  const notice = [
    ...(isPart ? [`Looked at the newest ${newest.length} running executions.`] : []),
    ...(failures.length > 0 ? [`${failures.length} could not be read.`] : []),
  ].join(' ');
  const all = [...odd, ...read.flatMap((one) => ('odd' in one ? one.odd : []))];
  return { tasks, ...(notice === '' ? {} : { notice }), ...withOdd(all) };
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
    if (isAbort(error)) throw error;
    // The execution was removed since it was listed.
    if (isEngineError(error, 'notFound')) return { tasks: [], odd: [] };
    const odd = oddRecord('execution', id, error);
    if (odd !== undefined) return { tasks: [], odd: [odd] };
    // The caller counts the executions that could not be read and still shows the others.
    return { error };
  }
}
