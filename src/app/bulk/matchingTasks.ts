import type { Engine } from '../../domain/engine.ts';
import type { Execution, ExecutionFilter } from '../../domain/execution.ts';
import type { OddRecord } from '../../domain/oddRecord.ts';
import type { Task } from '../../domain/task.ts';
import { tasksBelow } from '../tasksBelow.ts';
import { tasksIn } from '../tasksIn.ts';
import type { TasksIn } from '../tasksIn.ts';
import { countText } from './countText.ts';

/** Tasks that can be updated, and how far the search went. */
export interface Matching {
  readonly tasks: readonly Task[];
  /** "the newest 200 executions; there are more", "all of 12 open executions". */
  readonly looked: string;
}

// The cost of one search for a server: a few pages, and this many executions.
const mostExecutions = 200;
const mostBelow = { workflows: 50, tasks: 200 };

/**
 * The tasks of the newest matching executions that can be updated now. If the filter names no
 * status, only executions with possibly waiting tasks are read.
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
  const { items, more, odd } = await newest(engine.listExecutions, wanted, signal);
  const inside = await tasksIn(engine.readExecution, items, signal);
  return matching(
    { tasks: inside.tasks, odd: [...odd, ...inside.odd] },
    countText(items.length, isOpenOnly ? 'open execution' : 'execution'),
    more,
  );
}

interface Newest {
  readonly items: readonly Execution[];
  readonly more: boolean;
  readonly odd: readonly OddRecord[];
}

async function newest(
  list: NonNullable<Engine['listExecutions']>,
  filter: ExecutionFilter,
  signal: AbortSignal,
): Promise<Newest> {
  const odd: OddRecord[] = [];
  const items = new Map<string, Execution>();
  let cursor: string | undefined;
  do {
    const size = mostExecutions - items.size;
    const page = await list(filter, { size, ...(cursor === undefined ? {} : { cursor }) }, signal);
    for (const item of page.items.slice(0, size)) items.set(item.id, item);
    odd.push(...(page.odd ?? []));
    // Stop at an empty page: the server could repeat it forever.
    cursor = page.items.length === 0 ? undefined : page.next;
  } while (cursor !== undefined && items.size < mostExecutions);
  return { items: [...items.values()], more: cursor !== undefined, odd };
}

/**
 * For engines whose tasks stand directly below their workflow: the tasks of one workflow, or of the
 * first ones.
 */
async function listedTasks(
  engine: Engine,
  filter: ExecutionFilter,
  signal: AbortSignal,
): Promise<Matching> {
  const { pages, isCut } = await tasksBelow(engine, filter, mostBelow, signal);
  const tasks = pages.flatMap(({ items }) => items);
  const of = filter.workflow === undefined ? ` in ${countText(pages.length, 'workflow')}` : '';
  const isMore = isCut || pages.some(({ next }) => next !== undefined);
  const odd = pages.flatMap((page) => page.odd ?? []);
  return matching({ tasks, odd }, countText(tasks.length) + of, isMore);
}

function matching({ tasks, odd }: TasksIn, count: string, isMore: boolean): Matching {
  const looked = isMore ? `the newest ${count}; there are more` : `all of ${count}`;
  return {
    tasks: tasks.filter(isOffered),
    looked: odd.length === 0 ? looked : `${looked}; ${countText(odd.length, 'record')} unreadable`,
  };
}

function isOffered({ terminal, options }: Task): boolean {
  return !terminal && options.unavailable === undefined;
}
