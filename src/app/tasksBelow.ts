import type { Engine } from '../domain/engine.ts';
import type { ExecutionFilter, Page } from '../domain/execution.ts';
import type { Task } from '../domain/task.ts';
import { fewAtOnce } from './fewAtOnce.ts';

/** The newest tasks of workflows, for engines whose tasks stand directly below them. */
export interface TasksBelow {
  /** One for each workflow. */
  readonly pages: readonly Page<Task>[];
  /** True if there are more workflows than were read. */
  readonly isCut: boolean;
}

/** How many workflows are read if the filter names none, and how many tasks of each. */
interface Most {
  readonly workflows: number;
  readonly tasks: number;
}

/** One request for each workflow; none if the engine lists no tasks. */
export async function tasksBelow(
  { listTasks, listWorkflows }: Engine,
  filter: ExecutionFilter,
  most: Most,
  signal: AbortSignal,
): Promise<TasksBelow> {
  if (listTasks === undefined) return { pages: [], isCut: false };
  const list = (workflow: string) =>
    listTasks({ ...filter, workflow }, { size: most.tasks }, signal);
  if (filter.workflow !== undefined) {
    return { pages: [await list(filter.workflow)], isCut: false };
  }
  const { items, next } = await listWorkflows({ size: most.workflows }, signal);
  return { pages: await fewAtOnce(items, ({ id }) => list(id)), isCut: next !== undefined };
}
