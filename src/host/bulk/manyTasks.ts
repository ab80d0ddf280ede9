import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { OutputChange, StatusOption, UpdateOptions } from '../../domain/update.ts';
import { statusFor } from '../../domain/update.ts';
import type { Task } from '../../domain/task.ts';
import { countText } from '../../app/bulk/countText.ts';

/** What is wanted of many tasks: one update in the words of one of their engines. */
export interface Wanted {
  readonly status?: string;
  /** The role of the status: another engine's task takes its own word for it. */
  readonly role?: StatusOption['role'] | undefined;
  readonly output?: OutputChange;
  readonly reason?: string;
  readonly fields?: NonNullable<BulkItem['update']['fields']>;
}

/** The update in the words of this task's engine; what it has no place for is left out. */
export function itemFor(task: Task, wanted: Wanted): BulkItem {
  const { options } = task;
  const { output, reason, fields } = wanted;
  const status = statusWord(options, wanted);
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

/** One task that stands for all: every status that at least one of them may be set to. */
export function taskForAll(tasks: readonly [Task, ...Task[]]): Task {
  const [first] = tasks;
  const open = tasks.filter(({ options }) => options.refusal === undefined);
  const takesOutput = open.find(({ options }) => options.output !== undefined);
  const limits = open.flatMap(({ options }) => options.reasonLimit ?? []);
  const keeps = open.some(({ options }) => options.canKeepStatus === true);
  const { refusal, output: _output, reasonLimit: _limit, ...options } = first.options;
  const words = [...new Set(tasks.map(({ status }) => status))];
  return {
    ...first,
    name: countText(tasks.length),
    status: words.length === 1 ? first.status : 'Several statuses',
    output: takesOutput?.output,
    options: {
      ...options,
      ...(open.length === 0 && refusal !== undefined ? { refusal } : {}),
      statuses: statusesOf(open),
      ...(keeps ? { canKeepStatus: true } : {}),
      ...(takesOutput?.options.output === undefined ? {} : { output: takesOutput.options.output }),
      ...(limits.length === 0 ? {} : { reasonLimit: Math.min(...limits) }),
    },
  };
}

// Engines have words of their own for the same: one of them stands for the role.
function statusesOf(tasks: readonly Task[]): readonly StatusOption[] {
  const statuses = new Map<string, StatusOption>();
  for (const option of tasks.flatMap(({ options }) => options.statuses)) {
    const known = statuses.get(option.role ?? option.status);
    const isBetter = known?.refusal !== undefined && option.refusal === undefined;
    if (known === undefined || isBetter) statuses.set(option.role ?? option.status, option);
  }
  return [...statuses.values()];
}

/** "Complete 12 tasks", "Set 3 tasks to CANCELED", "Update 2 tasks". */
export function titleFor({ role, status }: Wanted, count: number): string {
  const tasks = countText(count);
  if (role === 'complete') return `Complete ${tasks}`;
  if (role === 'fail') return `Fail ${tasks}`;
  return status === undefined || role === 'save' ? `Update ${tasks}` : `Set ${tasks} to ${status}`;
}

// Merging nothing changes nothing, and must not keep back a task that takes a text or no output.
function isNothingHere({ output }: UpdateOptions, change: OutputChange): boolean {
  if (change.kind !== 'object' || change.mode !== 'merge' || output?.kind === 'object')
    return false;
  return Object.keys(change.value).length === 0;
}

function statusWord(options: UpdateOptions, { status, role }: Wanted): string | undefined {
  if (role === undefined || options.statuses.some((option) => option.status === status)) {
    return status;
  }
  return statusFor(options, role)?.status ?? status;
}
