import { invalid } from '../answerError.ts';
import type { LazyList } from '../lazyList.ts';
import { statuses, type TaskRun } from '../model.ts';
import { userIdOf } from '../taskInput.ts';

/** The query of a task list; absent and empty parameters filter nothing. */
export type TaskQuery = Readonly<Record<string, string | undefined>>;

const narrowing = [
  'agent_id',
  'user_id',
  'parent_task_id',
  'triggering_agent_id',
  'internal_status',
  'status',
  'from_date',
  'to_date',
];

/** The tasks that match a list's query. Throws a 422 answer. */
export function filterTasks(tasks: LazyList<TaskRun>, query: TaskQuery): LazyList<TaskRun> {
  if (!narrowing.some((name) => isGiven(query[name]))) return tasks;
  const { status } = query;
  if (isGiven(status) && !statuses.some((word) => word === status)) {
    throw invalid(['query', 'status'], 'Input should be a status of tasks', 'enum');
  }
  const from = timeIn(query, 'from_date', -Infinity);
  const to = timeIn(query, 'to_date', Infinity);
  return [...tasks].filter(
    (task) =>
      is(query['agent_id'], task.agent) &&
      is(query['user_id'], userIdOf(task)) &&
      is(query['parent_task_id'], task.parent) &&
      is(query['triggering_agent_id'], task.triggeringAgent) &&
      is(query['internal_status'], task.more['internal_status']) &&
      is(status, task.status) &&
      task.createdAt >= from &&
      task.createdAt <= to,
  );
}

function is(wanted: string | undefined, held: unknown): boolean {
  return !isGiven(wanted) || wanted === held;
}

function isGiven(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function timeIn(query: TaskQuery, key: string, otherwise: number): number {
  const text = query[key];
  if (!isGiven(text)) return otherwise;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return time;
  throw invalid(['query', key], 'Input should be a valid datetime', 'datetime_parsing');
}
