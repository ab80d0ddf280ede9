import type { Output, Task } from './task.ts';

/** The visible state of a task at one moment, as the journal keeps it. */
export interface Snapshot {
  readonly status: string;
  readonly output: Output;
  /** True where the engine stores the output elsewhere, so `output` proves nothing. */
  readonly isOutputHidden?: boolean;
  readonly reason?: string;
  /** True where an update may set the reason, so that another reason comes from somebody else. */
  readonly takesReason?: true;
  readonly worker?: string;
  readonly updatedAt?: number;
  /** The engine's own fields that can be read back, by key; null for a field without a value. */
  readonly fields?: Readonly<Record<string, ShownField>>;
}

export type ShownField = string | number | boolean | null;

/**
 * The visible state of a task now. A finished task no longer lists its fields, so a snapshot that
 * is to be compared with an earlier one reads the fields of the earlier one.
 */
export function snapshotOf(task: Task, earlier?: Snapshot): Snapshot {
  const keys = earlier === undefined ? shownKeys(task) : Object.keys(earlier.fields ?? {});
  const fields = Object.fromEntries(keys.map((key) => [key, task.engineFields[key] ?? null]));
  return {
    status: task.status,
    output: task.output,
    ...(task.isOutputHidden === true ? { isOutputHidden: true } : {}),
    ...(keys.length === 0 ? {} : { fields }),
    ...(task.reason === undefined ? {} : { reason: task.reason }),
    ...(task.options.reasonLimit === undefined ? {} : { takesReason: true }),
    ...(task.worker === undefined ? {} : { worker: task.worker }),
    ...(task.updatedAt === undefined ? {} : { updatedAt: task.updatedAt }),
  };
}

function shownKeys({ options }: Task): readonly string[] {
  return options.fields.filter(({ shown }) => shown === true).map(({ key }) => key);
}
