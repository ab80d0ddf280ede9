import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { OutputChange, StatusOption, UpdateOptions } from '../../domain/taskUpdate.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import type { Task } from '../../domain/task.ts';
import { countText } from '../../app/bulk/countText.ts';

/** One update for many tasks, in the words of one of their engines. */
export interface SharedUpdate {
  readonly status?: string;
  /** The role of the status. Tasks of other engines get their own status of this role. */
  readonly role?: StatusOption['role'] | undefined;
  readonly output?: OutputChange;
  readonly reason?: string;
  readonly fields?: NonNullable<BulkItem['update']['fields']>;
}

/** The update in the words of the task's engine. Parts that the task cannot take are left out. */
export function itemFor(task: Task, shared: SharedUpdate): BulkItem {
  const { options } = task;
  const { output, reason, fields } = shared;
  const status = statusWord(options, shared);
  const hasOutput = output !== undefined && !isNothingHere(options, output);
  const hasReason = reason !== undefined && options.reasonLimit !== undefined;
  return {
    base: task,
    update: {
      ...(status === undefined ? {} : { status }),
      ...(hasOutput ? { output } : {}),
      ...(hasReason ? { reason } : {}),
      ...(fields === undefined ? {} : { fields }),
    },
  };
}

/** "Complete 12 tasks", "Set 3 tasks to CANCELED", "Update 2 tasks". */
export function titleFor({ role, status }: SharedUpdate, count: number): string {
  const tasks = countText(count);
  if (role === 'complete') return `Complete ${tasks}`;
  if (role === 'fail') return `Fail ${tasks}`;
  return status === undefined || role === 'save' ? `Update ${tasks}` : `Set ${tasks} to ${status}`;
}

// An empty merge changes nothing, so it must not exclude a task with a text output or none.
function isNothingHere({ output }: UpdateOptions, change: OutputChange): boolean {
  if (change.kind !== 'object' || change.mode !== 'merge' || output?.kind === 'object')
    return false;
  return Object.keys(change.value).length === 0;
}

function statusWord(options: UpdateOptions, { status, role }: SharedUpdate): string | undefined {
  if (role === undefined || options.statuses.some((option) => option.status === status)) {
    return status;
  }
  return statusFor(options, role)?.status ?? status;
}
