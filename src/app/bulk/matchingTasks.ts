import pLimit from 'p-limit';
import type { Engine } from '../../domain/engine.ts';
import { isAbort, isEngineError } from '../../domain/engineError.ts';
import type { Execution, ExecutionFilter } from '../../domain/execution.ts';
import { executionTasks } from '../../domain/executionTasks.ts';
import type { Task } from '../../domain/task.ts';

/** Tasks that can be updated, and how far the search for them went. */
export interface Matching {
  readonly tasks: readonly Task[];
  /** "the newest 200 executions; there are more", "all 12 open executions". */
  readonly looked: string;
}

// What one search may cost a server: a few pages, and this many executions.
const mostExecutions = 200;
const atOnce = 4;

/**
 * The tasks of the newest executions that match and can be updated now. Where the filter names no
 * status, only executions in which tasks may still wait are looked at.
 */
export async function matchingTasks(
  engine: Engine,
  filter: ExecutionFilter,
  signal: AbortSignal,
): Promise<Matching> {
  if (engine.listExecutions === undefined || engine.readExecution === undefined) {
    return listedTasks(engine, filter, signal);
  }
  const { openStatuses } = engine;
  const isOpenOnly = filter.statuses === undefined && openStatuses !== undefined;
  const wanted = isOpenOnly ? { ...filter, statuses: openStatuses } : filter;
  const { items, more } = await newest(engine.listExecutions, wanted, signal);
  const { readExecution } = engine;
  const found = await pLimit(atOnce).map([...items], ({ id }) =>
    tasksIn(readExecution, id, signal),
  );
  const kind = isOpenOnly ? 'open executions' : 'executions';
  return {
    tasks: found.flat().filter(isOffered),
    looked: more
      ? `the newest ${items.length} ${kind}; there are more`
      : `all ${items.length} ${kind}`,
  };
}

async function newest(
  list: NonNullable<Engine['listExecutions']>,
  filter: ExecutionFilter,
  signal: AbortSignal,
): Promise<{ readonly items: readonly Execution[]; readonly more: boolean }> {
  const items = new Map<string, Execution>();
  let cursor: string | undefined;
  do {
    const size = mostExecutions - items.size;
    const page = await list(filter, { size, ...(cursor === undefined ? {} : { cursor }) }, signal);
    for (const item of page.items.slice(0, size)) items.set(item.id, item);
    // A page that brings nothing new would be asked for without end.
    cursor = page.items.length === 0 ? undefined : page.next;
  } while (cursor !== undefined && items.size < mostExecutions);
  return { items: [...items.values()], more: cursor !== undefined };
}

async function listedTasks(
  engine: Engine,
  filter: ExecutionFilter,
  signal: AbortSignal,
): Promise<Matching> {
  const page = await engine.listTasks?.(filter, { size: mostExecutions }, signal);
  const tasks = page?.items ?? [];
  const looked = `${page?.next === undefined ? 'all' : 'the newest'} ${tasks.length} tasks`;
  return { tasks: tasks.filter(isOffered), looked };
}

async function tasksIn(
  readExecution: NonNullable<Engine['readExecution']>,
  id: string,
  signal: AbortSignal,
): Promise<readonly Task[]> {
  try {
    return executionTasks((await readExecution(id, signal)).nodes);
  } catch (error) {
    // A list may lag behind: an execution that was removed holds nothing.
    if (!isAbort(error) && isEngineError(error, 'notFound')) return [];
    throw error;
  }
}

function isOffered({ terminal, options }: Task): boolean {
  return !terminal && options.refusal === undefined;
}
