import type { DefinedTask } from '../wire/definedTask.ts';
import type { TaskNode } from './taskNodes.ts';
import type { ExecutionRecord, TaskRecord } from '../wire/records.ts';
import { executionStatus } from './executionStatus.ts';
import { taskStatus } from './taskStatus.ts';

/**
 * Why a task that the execution reached takes no update, in one sentence; undefined where it takes
 * one.
 */
export function whyUnavailable(
  task: TaskRecord,
  isAsync: boolean,
  execution: ExecutionRecord,
): string | undefined {
  if (taskStatus(task.status, task.endTime !== undefined).terminal) {
    return `The task is ${task.status} and takes no more updates.`;
  }
  if (isOver(execution)) return overText(execution);
  if (!isAsync && task.taskType === 'function') {
    return 'This function completes by itself: only one with isAsyncComplete waits for an update.';
  }
  if (!isAsync) {
    return `A ${task.taskType} task completes by itself: only functions with isAsyncComplete wait for an update.`;
  }
  if (task.status === 'SCHEDULED') {
    return 'The task is SCHEDULED: it takes an update as soon as it is IN_PROGRESS.';
  }
  return undefined;
}

/**
 * Why a task that has not started takes no update. `isDone` is true for a task that lets its
 * followers start.
 */
export function notStartedText(
  definition: DefinedTask,
  execution: ExecutionRecord,
  isDone: (externalId: string) => boolean,
): string {
  if (isOver(execution)) return `The task was never reached: ${lowerFirst(overText(execution))}`;
  const open = definition.dependsOn.filter((id) => !isDone(id));
  if (open.length === 0) return 'The task has not started yet.';
  return `The task has not started yet: it waits for ${open.join(', ')}.`;
}

/** True where the newest attempt of the task lets its followers start. */
export function isThrough(node: TaskNode | undefined): boolean {
  const status = node?.attempts.at(-1)?.status ?? '';
  return ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'SKIPPED'].includes(status);
}

export function isOver(execution: ExecutionRecord): boolean {
  return executionStatus(execution.status, execution.endTime !== undefined).terminal;
}

function overText(execution: ExecutionRecord): string {
  return `The execution is ${execution.status}, so its tasks take no updates.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
