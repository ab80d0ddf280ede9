import type { ExecutionFilter } from '../../../domain/execution.ts';
import { holdsText } from '../../../domain/holdsText.ts';
import type { ListedTask } from '../wire/records.ts';
import { timeOf } from '../toDomain/timeOf.ts';

/**
 * The tasks that match the filter, newest first. The API filters by at most one status, so the
 * whole filter is applied here.
 */
export function filterTasks(
  tasks: readonly ListedTask[],
  filter: ExecutionFilter,
): readonly ListedTask[] {
  return tasks.filter((task) => matches(task, filter)).sort((a, b) => createdAt(b) - createdAt(a));
}

function matches(task: ListedTask, filter: ExecutionFilter): boolean {
  const { statuses = [], startedAfter = -Infinity, startedBefore = Infinity, text = '' } = filter;
  if (statuses.length > 0 && !statuses.includes(task.status)) return false;
  const time = createdAt(task);
  if (time < startedAfter || time > startedBefore) return false;
  return text.trim() === '' || holdsText([task.title, task.id, task.result], text);
}

/** The creation time in epoch milliseconds; 0 where it is unknown. */
export function createdAt(task: ListedTask): number {
  return timeOf(task.created_at) ?? 0;
}
