import pLimit from 'p-limit';
import type { Engine } from '../../domain/engine.ts';
import { isAbort, isEngineError } from '../../domain/engineError.ts';
import type { Execution, ExecutionFilter } from '../../domain/execution.ts';
import { executionTasks } from '../../domain/executionTasks.ts';
import type { Task } from '../../domain/task.ts';
import { countText } from './countText.ts';

/** Tasks that can be updated, and how far the search for them went. */
export interface Matching {
  readonly tasks: readonly Task[];
  /** "the newest 200 executions; there are more", "all of 12 open executions". */
  readonly looked: string;
}

// What one search may cost a server: a few pages, and this many executions.
const mostExecutions = 200;
const mostWorkflows = 50;
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
  const count = countText(items.length, isOpenOnly ? 'open execution' : 'execution');
  return {
    tasks: found.flat().filter(isOffered),
    looked: more ? `the newest ${count}; there are more` : `all of ${count}`,
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

/** Where tasks stand directly below their workflow: those of one, or of the first workflows. */
async function listedTasks(
  engine: Engine,
  filter: ExecutionFilter,
  signal: AbortSignal,
): Promise<Matching> {
  const { listTasks } = engine;
  if (listTasks === undefined) return { tasks: [], looked: 'nothing: it lists no tasks' };
  const { workflows, more } = await workflowsOf(engine, filter, signal);
  const pages = await pLimit(atOnce).map([...workflows], (workflow) =>
    listTasks({ ...filter, workflow }, { size: mostExecutions }, signal),
  );
  const tasks = pages.flatMap(({ items }) => items);
  const isMore = more || pages.some(({ next }) => next !== undefined);
  const of = filter.workflow === undefined ? ` in ${countText(workflows.length, 'workflow')}` : '';
  const count = countText(tasks.length) + of;
  return {
    tasks: tasks.filter(isOffered),
    looked: isMore ? `the newest ${count}; there are more` : `all of ${count}`,
  };
}

async function workflowsOf(engine: Engine, { workflow }: ExecutionFilter, signal: AbortSignal) {
  if (workflow !== undefined) return { workflows: [workflow], more: false };
  const { items, next } = await engine.listWorkflows({ size: mostWorkflows }, signal);
  return { workflows: items.map(({ id }) => id), more: next !== undefined };
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
