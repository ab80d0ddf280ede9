import pLimit from 'p-limit';

import type { Engine, WaitingTasks } from '../../../domain/engine.ts';
import { isAbort, isEngineError } from '../../../domain/engineError.ts';
import { executionTasks } from '../../../domain/executionTasks.ts';
import { oddRecord, type OddRecord, withOdd } from '../../../domain/oddRecord.ts';
import type { Task } from '../../../domain/task.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { oddIn, recordsIn } from '../../readRecords.ts';
import type { Capabilities } from '../connection/capabilities.ts';
import type { Catalogue } from './catalogue.ts';
import type { IndexProbe } from './indexProbe.ts';
import { oldestOpen } from './oldestOpen.ts';
import { runningIds } from './runningExecutions.ts';

const concurrency = 4;
// What the server supports, both searches, the probe for an index, and the definitions.
const requestsToFind = 7;
// One search brings many tasks: more than anybody reads at once, and a small answer.
const tasksPerRequest = 4;

export interface WaitingParts {
  readonly send: Send;
  readonly catalogue: Catalogue;
  readonly probe: IndexProbe;
  readonly readExecution: NonNullable<Engine['readExecution']>;
  /** The connection's id. */
  readonly connection: string;
  readonly capabilities: (signal: AbortSignal) => Promise<Capabilities>;
}

/**
 * Finds the oldest waiting tasks. The search index sorts by start, but it has no WAIT tasks, may lag
 * behind, and keeps tasks of removed executions. So all requests that are left read executions:
 * those of its oldest tasks, and the oldest open ones.
 */
export function createWaitingTasks(parts: WaitingParts): NonNullable<Engine['listWaiting']> {
  // Removed executions that the index still has. They must not use up the requests of every round.
  const gone = new Set<string>();

  return async (requests, signal) => {
    const most = Math.max(1, requests - requestsToFind);
    const found = await oldestOpen(
      { ...parts, capabilities: await parts.capabilities(signal) },
      { executions: most + gone.size, tasks: most * tasksPerRequest + gone.size },
      signal,
    );
    if (found.total > 0 || found.holders.length > 0) parts.probe.sawHits();
    else if (!(await parts.probe.isIndexed(signal))) return runningTasks(parts, most, signal);

    const wanted = inTurn(found.holders, found.executions).filter((id) => !gone.has(id));
    const read = await readAll(parts.readExecution, wanted.slice(0, most), signal);
    for (const id of read.gone) gone.add(id);
    const isKnown = (id: string) => read.done.has(id) || gone.has(id);
    const others = (found.tasks ?? []).filter(({ ref }) => !isKnown(ref.execution ?? ''));
    const known = found.executions.filter(isKnown).length;
    const isPart = found.total > known;
    const missing =
      found.tasks === undefined || found.hasMoreTasks
        ? 'more tasks may wait in the others'
        : 'WAIT tasks of the others are missing';
    const notice = [
      ...(isPart
        ? [`Looked into the oldest ${known} of ${found.total} open executions: ${missing}.`]
        : []),
      ...read.notices,
    ].join(' ');
    return {
      tasks: [...read.tasks, ...others].toSorted((a, b) => since(a) - since(b)),
      ...(isPart || found.hasMoreTasks ? { hasMore: true } : {}),
      ...(notice === '' ? {} : { notice }),
      ...withOdd([...found.odd, ...read.odd]),
    };
  };
}

/** For servers without a search index: up to half of the requests list running executions. */
async function runningTasks(
  { send, catalogue, readExecution }: WaitingParts,
  most: number,
  signal: AbortSignal,
): Promise<WaitingTasks> {
  const all = await catalogue.versions(signal);
  const versions = recordsIn(all);
  const lists = Math.min(versions.length, Math.ceil(most / 2));
  const { ids, isCut, odd } = await runningIds(send, versions, lists, signal);
  const shown = ids.slice(0, most - lists);
  const read = await readAll(readExecution, shown, signal);
  const isPart = isCut || shown.length < ids.length;
  const notice = [
    ...(ids.length > 0 || isCut ? ['This server has no search index.'] : []),
    ...(isPart ? [`Looked into ${shown.length} of its running executions.`] : []),
    ...read.notices,
  ].join(' ');
  return {
    tasks: read.tasks.toSorted((a, b) => since(a) - since(b)),
    ...(isPart ? { hasMore: true } : {}),
    ...(notice === '' ? {} : { notice }),
    ...withOdd([...oddIn(all), ...odd, ...read.odd]),
  };
}

interface ReadExecutions {
  readonly tasks: readonly Task[];
  readonly done: ReadonlySet<string>;
  readonly gone: readonly string[];
  readonly notices: readonly string[];
  readonly odd: readonly OddRecord[];
}

/** The waiting tasks of executions. Throws only if not one execution could be read. */
async function readAll(
  readExecution: WaitingParts['readExecution'],
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadExecutions> {
  const tasks: Task[] = [];
  const done = new Set<string>();
  const gone: string[] = [];
  const odd: OddRecord[] = [];
  const failures: unknown[] = [];
  await pLimit(concurrency).map(ids, async (id) => {
    try {
      const detail = await readExecution(id, signal);
      tasks.push(...executionTasks(detail.nodes));
      odd.push(...(detail.odd ?? []));
      done.add(id);
    } catch (error) {
      if (isAbort(error) || isEngineError(error, 'rateLimited')) throw error;
      const own = oddRecord('execution', id, error);
      if (own !== undefined) odd.push(own);
      else if (isEngineError(error, 'notFound')) gone.push(id);
      else failures.push(error);
    }
  });
  if (failures.length > 0 && failures.length === ids.length) throw failures[0];
  return {
    tasks: tasks.filter(({ state }) => state === 'waiting'),
    done,
    gone,
    odd,
    notices: failures.length === 0 ? [] : [`${failures.length} could not be read.`],
  };
}

/** The items of both lists in turn, each once. */
function inTurn(first: readonly string[], second: readonly string[]): readonly string[] {
  const longer = first.length > second.length ? first : second;
  const pairs = longer.flatMap((_item, index) => [first[index], second[index]]);
  return [...new Set(pairs.filter((item) => item !== undefined))];
}

function since({ startedAt, scheduledAt = 0 }: Task): number {
  return startedAt ?? scheduledAt;
}
