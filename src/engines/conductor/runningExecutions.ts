import pLimit from 'p-limit';

import { isEngineError } from '../../domain/engineError.ts';
import type { Execution, ExecutionFilter } from '../../domain/execution.ts';
import { isSegment } from '../../http/path.ts';
import type { Send } from '../../http/httpRequest.ts';
import { getRunning, getWorkflow } from './endpoints.ts';
import type { VersionRecord } from './records.ts';
import { matches } from './search.ts';
import { fromWorkflow } from './toExecution.ts';

// One request each, so both are bounded: this is a makeshift, not a list of everything.
const mostVersions = 50;
const mostExecutions = 200;
const atOnce = 4;

export interface Running {
  readonly items: readonly Execution[];
  /** Were some left out, because there are too many to ask for one by one? */
  readonly isCut: boolean;
}

/** What runs, asked from the execution store itself: for servers without a search index. */
export async function runningExecutions(
  send: Send,
  filter: ExecutionFilter,
  versions: readonly VersionRecord[],
  signal: AbortSignal,
): Promise<Running> {
  const limit = pLimit(atOnce);
  const all = versions.filter(
    ({ name }) => filter.workflow === undefined || name === filter.workflow,
  );
  // Tomcat refuses a path with an encoded slash or backslash, and no path has a place for dots.
  const wanted = all
    .filter(({ name }) => isSegment(name) && !/[/\\]/.test(name))
    .sort((a, b) => changed(b) - changed(a));
  const lists = await Promise.all(
    wanted
      .slice(0, mostVersions)
      .map(({ name, version }) => limit(() => send(getRunning(name, version), signal))),
  );
  const ids = [...new Set(lists.flat())];
  const read = ids.slice(0, mostExecutions).map((id) => limit(() => readIfThere(send, id, signal)));
  const isCut =
    wanted.length < all.length || wanted.length > mostVersions || ids.length > mostExecutions;
  const items = (await Promise.all(read))
    .filter((execution) => execution !== undefined)
    .filter((execution) => matches(execution, filter))
    .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  return { items, isCut };
}

/** Undefined for one that was removed since it was listed. */
async function readIfThere(
  send: Send,
  id: string,
  signal: AbortSignal,
): Promise<Execution | undefined> {
  try {
    return fromWorkflow(await send(getWorkflow(id, false), signal));
  } catch (error) {
    if (isEngineError(error, 'notFound')) return undefined;
    throw error;
  }
}

function changed(record: VersionRecord): number {
  return Math.max(record.createTime ?? 0, record.updateTime ?? 0);
}
