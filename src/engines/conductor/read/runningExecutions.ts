import pLimit from 'p-limit';

import { isEngineError } from '../../../domain/engineError.ts';
import type { Execution, ExecutionFilter } from '../../../domain/execution.ts';
import { oddRecord, type OddRecord } from '../../../domain/oddRecord.ts';
import { isSegment } from '../../../http/path.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { oddIn, type ReadRecord, recordsIn } from '../../readRecords.ts';
import { getRunning, getWorkflow } from '../wire/endpoints.ts';
import type { VersionRecord, WorkflowRecord } from '../wire/records.ts';
import { matchesFilter } from './planSearch.ts';
import { toExecution } from '../toDomain/toExecution.ts';
import { wordsOf } from '../toDomain/wordsOf.ts';

// Each version and each execution costs one request, so both are limited.
const maxVersions = 50;
const maxExecutions = 200;
const concurrency = 4;

export interface Running {
  readonly items: readonly Execution[];
  /** True where some were left out because they are too many to read one by one. */
  readonly isCut: boolean;
  readonly odd: readonly OddRecord[];
}

export interface RunningIds {
  readonly ids: readonly string[];
  readonly isCut: boolean;
  readonly odd: readonly OddRecord[];
}

/** The ids of running executions, from the execution store. One request for each version. */
export async function runningIds(
  send: Send,
  versions: readonly VersionRecord[],
  most: number,
  signal: AbortSignal,
): Promise<RunningIds> {
  // Tomcat rejects an encoded slash or backslash in a path, and "." and ".." cannot be sent as path
  // segments.
  const readable = versions
    .filter(({ name }) => isSegment(name) && !/[/\\]/.test(name))
    .sort((a, b) => changed(b) - changed(a));
  const lists = await pLimit(concurrency).map(
    readable.slice(0, most),
    async ({ name, version }) => await send(getRunning(name, version), signal),
  );
  const isCut = readable.length < versions.length || readable.length > most;
  const listed = lists.flat();
  return { ids: [...new Set(recordsIn(listed))], isCut, odd: oddIn(listed) };
}

/** Running executions, read from the execution store: for servers without a search index. */
export async function runningExecutions(
  send: Send,
  filter: ExecutionFilter,
  versions: readonly VersionRecord[],
  signal: AbortSignal,
): Promise<Running> {
  const { workflow } = filter;
  const all = workflow === undefined ? versions : versions.filter(({ name }) => name === workflow);
  const { ids, isCut, odd } = await runningIds(send, all, maxVersions, signal);
  const read = await pLimit(concurrency).map(ids.slice(0, maxExecutions), (id) =>
    readIfAvailable(send, id, signal),
  );
  const found = recordsIn(read)
    .filter((record) => record !== undefined)
    .map((record) => ({ execution: toExecution(record), words: wordsOf(record) }))
    .filter(({ execution, words }) => matchesFilter(execution, words, filter));
  return {
    items: found
      .map(({ execution }) => execution)
      .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0)),
    isCut: isCut || ids.length > maxExecutions,
    odd: [...odd, ...oddIn(read)],
  };
}

/** Undefined for an execution that was removed since it was listed. */
async function readIfAvailable(
  send: Send,
  id: string,
  signal: AbortSignal,
): Promise<ReadRecord<WorkflowRecord | undefined>> {
  try {
    return { record: await send(getWorkflow(id, false), signal) };
  } catch (error) {
    if (isEngineError(error, 'notFound')) return { record: undefined };
    const odd = oddRecord('execution', id, error);
    if (odd !== undefined) return { odd };
    throw error;
  }
}

function changed(record: VersionRecord): number {
  return Math.max(record.createTime ?? 0, record.updateTime ?? 0);
}
