import type { Json, JsonObject } from './json.ts';

/** Whether the engine keeps the keys that the output already has, or drops them. */
export type OutputMode = 'merge' | 'replace';

/** An output as the person entered it. An absent output and an empty one are different requests. */
export type OutputChange =
  | { readonly kind: 'object'; readonly mode: OutputMode; readonly value: JsonObject }
  | { readonly kind: 'text'; readonly text: string };

/** What a person sends to a task. Absent parts are left out of the request. */
export interface TaskUpdate {
  /** The engine's own word. */
  readonly status?: string;
  /** True asks the engine to stop the task, which leads to `status`; nothing else is sent. */
  readonly stop?: true;
  readonly output?: OutputChange;
  readonly reason?: string;
  /** Values of the engine's own fields, by FieldOption.key. */
  readonly fields?: Readonly<Record<string, Json>>;
}

/** A status that may be set, and its consequences. */
export interface StatusOption {
  readonly status: string;
  /** `complete` and `fail` are the statuses that ✓ and ✗ send; `save` keeps the task open. */
  readonly role?: 'complete' | 'fail' | 'save';
  /** One sentence about the consequences. */
  readonly effect: string;
  /** True where the update stops a workflow: every connection then asks before sending. */
  readonly stopsWorkflow?: boolean;
  /**
   * True where the update cannot be undone: the task takes no further update, or a worker was told
   * to stop.
   */
  readonly endsTask?: true;
  /** Why this status cannot be set now; absent when it can be. */
  readonly unavailable?: string;
}

/** The output that a task accepts. */
export interface OutputOption {
  readonly kind: 'object' | 'text';
  /** The first is the default; empty for text. */
  readonly modes: readonly OutputMode[];
  /** A larger output is rejected here, before any request. */
  readonly limitBytes: number;
  /** The limit for the output after merging, where it is larger than the limit of one update. */
  readonly heldLimitBytes?: number;
  /** A larger output causes a warning. */
  readonly warnBytes?: number;
  /** Keys that the task definition declares, for completion. */
  readonly knownKeys?: readonly string[];
}

/** A field that only this engine has and that an update may carry. */
export interface FieldOption {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'lines' | 'object';
  /** True where the task's `engineFields` hold the field's value under the same key, once it is set. */
  readonly shown?: true;
  /** One sentence about the field's effect. */
  readonly help: string;
}

/** What may be sent to one task. */
export interface UpdateOptions {
  /** Why this task takes no update at all; present means that nothing else is offered. */
  readonly unavailable?: string;
  readonly statuses: readonly StatusOption[];
  /** True where an update may omit the status: the task then keeps its own. */
  readonly canKeepStatus?: true;
  /** Present where the engine can stop this task: the resulting status and the consequences. */
  readonly stop?: StatusOption;
  readonly output?: OutputOption;
  /** The maximum length of a reason, in characters; absent where the engine has no reason. */
  readonly reasonLimit?: number;
  readonly fields: readonly FieldOption[];
  /** Warnings that apply to every status ("a worker will overwrite this"). */
  readonly warnings: readonly string[];
}

/** The option of the status that this update leads to; undefined where there is none. */
export function optionOf(options: UpdateOptions, update: TaskUpdate): StatusOption | undefined {
  if (update.stop === true) return options.stop;
  return options.statuses.find(({ status }) => status === update.status);
}

/** The option with this role, if it can be set now. */
export function statusFor(
  options: UpdateOptions,
  role: NonNullable<StatusOption['role']>,
): StatusOption | undefined {
  if (options.unavailable !== undefined) return undefined;
  return options.statuses.find((s) => s.role === role && s.unavailable === undefined);
}

/**
 * A status in which the update counts as applied; `note` explains it where it differs from the
 * status sent.
 */
export interface ExpectedStatus {
  readonly status: string;
  readonly note?: string;
  /**
   * True where a worker may go on from the update at once. Other changes of the task then are no
   * evidence against the update.
   */
  readonly mayGoOn?: true;
}
