import type { Json, JsonObject } from './json.ts';

/** How an engine treats the keys that it holds already. */
export type OutputMode = 'merge' | 'replace';

/** An output as the person gave it. Only what was filled in is sent: no output differs from `{}`. */
export type OutputChange =
  | { readonly kind: 'object'; readonly mode: OutputMode; readonly value: JsonObject }
  | { readonly kind: 'text'; readonly text: string };

/** What a person sends to a task. Everything absent is left out of the request. */
export interface TaskUpdate {
  /** The engine's own word. */
  readonly status?: string;
  /** True: the engine is asked to stop the task, which leads to that status; nothing else is sent. */
  readonly stop?: true;
  readonly output?: OutputChange;
  readonly reason?: string;
  /** Engine fields by their key in UpdateOptions.fields. */
  readonly fields?: Readonly<Record<string, Json>>;
}

/** What an update with this status brings about, in words, and whether that needs a yes first. */
export interface StatusOption {
  readonly status: string;
  /** `complete` and `fail` are what ✓ and ✗ send; `save` keeps the task open. */
  readonly role?: 'complete' | 'fail' | 'save';
  /** One sentence on what will happen. */
  readonly effect: string;
  /** True where the effect stops a workflow: asked before sending on every connection. */
  readonly stopsWorkflow?: boolean;
  /** True where this cannot be undone: no update is taken afterwards, or a worker was told to stop. */
  readonly endsTask?: true;
  /** Why it cannot be set just now; absent when it can. */
  readonly refusal?: string;
}

/** What the engine takes as output of a task. */
export interface OutputOption {
  readonly kind: 'object' | 'text';
  /** The first one is the default; empty for text. */
  readonly modes: readonly OutputMode[];
  /** More bytes than this are refused before any request. */
  readonly limitBytes: number;
  /** What the task may hold after merging, where that is more than what one update may carry. */
  readonly heldLimitBytes?: number;
  /** More bytes than this draw a warning. */
  readonly warnBytes?: number;
  /** Keys that the task definition promises, for completion. */
  readonly knownKeys?: readonly string[];
}

/** A field of the engine's own that an update may carry. */
export interface FieldOption {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'lines' | 'object';
  /** True where reading the task shows its value: as the fact with the same key, once it has one. */
  readonly shown?: true;
  /** One sentence on what it does. */
  readonly help: string;
}

/** What may be sent to one task. */
export interface UpdateOptions {
  /** Why this task takes no update at all; then nothing is offered. */
  readonly refusal?: string;
  readonly statuses: readonly StatusOption[];
  /** True where an update without a status is taken: the task keeps the one that it has. */
  readonly canKeepStatus?: true;
  /** Where the engine can be asked to stop this very task: what it becomes, and what that causes. */
  readonly stop?: StatusOption;
  readonly output?: OutputOption;
  /** The longest reason in characters; absent where the engine has no reason. */
  readonly reasonLimit?: number;
  readonly fields: readonly FieldOption[];
  /** Things to know before sending, whatever the status ("a worker will overwrite this"). */
  readonly warnings: readonly string[];
}

/** What the engine says of the status to which an update leads; undefined where it has none. */
export function optionOf(options: UpdateOptions, update: TaskUpdate): StatusOption | undefined {
  if (update.stop === true) return options.stop;
  return options.statuses.find(({ status }) => status === update.status);
}

/** The option of a role, where it is allowed for this task. */
export function statusFor(
  options: UpdateOptions,
  role: NonNullable<StatusOption['role']>,
): StatusOption | undefined {
  if (options.refusal !== undefined) return undefined;
  return options.statuses.find((s) => s.role === role && s.refusal === undefined);
}

/** A status in which the update counts as applied, and what to say where it differs from the one sent. */
export interface ExpectedStatus {
  readonly status: string;
  readonly note?: string;
}
