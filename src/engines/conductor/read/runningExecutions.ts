import pLimit from 'p-limit';

import { isEngineError } from '../../../domain/engineError.ts';
import type { Execution, ExecutionFilter } from '../../../domain/execution.ts';
import { oddRecord, type OddRecord } from '../../../domain/oddRecord.ts';
import { isSegment } from '../../../http/path.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { oddIn, type ReadRecord, recordsIn } from '../../readRecords.ts';
import { getRunning, getWorkflow } from '../wire/endpoints.ts';
import type { VersionRecord } from '../wire/records.ts';
import { matchesFilter } from './planSearch.ts';
import { toExecution } from '../toDomain/toExecution.ts';

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

/** Running executions, read from the execution store: for servers without a search index. */
export async function runningExecutions(
  send: Send,
  filter: ExecutionFilter,
  versions: readonly VersionRecord[],
  signal: AbortSignal,
): Promise<Running> {
  const limit = pLimit(concurrency);
  const all = versions.filter(
    ({ name }) => filter.workflow === undefined || name === filter.workflow,
  );
  // Tomcat rejects an encoded slash or backslash in a path, and "." and ".." cannot be sent as path
  // segments.
  const wanted = all
    .filter(({ name }) => isSegment(name) && !/[/\\]/.test(name))
    .sort((a, b) => changed(b) - changed(a));
  const lists = await Promise.all(
    wanted
      .slice(0, maxVersions)
      .map(({ name, version }) => limit(() => send(getRunning(name, version), signal))),
  );
  const listed = lists.flat();
  const ids = [...new Set(recordsIn(listed))];
  const read = ids
    .slice(0, maxExecutions)
    .map((id) => limit(() => readIfAvailable(send, id, signal)));
  const isCut =
    wanted.length < all.length || wanted.length > maxVersions || ids.length > maxExecutions;
  const found = await Promise.all(read);
  const items = recordsIn(found)
    .filter((execution) => execution !== undefined)
    .filter((execution) => matchesFilter(execution, filter))
    .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  return { items, isCut, odd: [...oddIn(listed), ...oddIn(found)] };
}

/** Undefined for an execution that was removed since it was listed. */
async function readIfAvailable(
  send: Send,
  id: string,
  signal: AbortSignal,
): Promise<ReadRecord<Execution | undefined>> {
  try {
    return { record: toExecution(await send(getWorkflow(id, false), signal)) };
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
