import type {
  Execution,
  ExecutionDetail,
  ExecutionFilter,
  Page,
  PageRequest,
  Workflow,
} from './execution.ts';
import type { Snapshot } from './snapshot.ts';
import type { Output, Task, TaskRef } from './task.ts';
import type { JsonObject } from './json.ts';
import type { OddRecord } from './oddRecord.ts';
import type { ExpectedStatus, TaskUpdate } from './taskUpdate.ts';

/** The server's answer to an update. It never proves that the update was applied. */
export interface Answer {
  /** False where the server itself answered that nothing was updated. */
  readonly accepted: boolean;
  /** The HTTP status and the server's own message, short, for display. */
  readonly said: string;
  /** The task as the answer shows it, where it does. */
  readonly shows?: Snapshot;
  /** A consequence that the answer shows and that the update did not announce; one sentence. */
  readonly note?: string;
}

/** The tasks that a task started. */
export interface ChildTasks {
  readonly tasks: readonly Task[];
  readonly odd?: readonly OddRecord[];
}

export interface WaitingTasks {
  /** Oldest first. */
  readonly tasks: readonly Task[];
  /** True where more tasks wait, or may wait: more requests find them. */
  readonly hasMore?: boolean;
  /** Says how much was searched, where tasks may be missing ("looked at the newest 200 …"). */
  readonly notice?: string;
  /** Executions and tasks that could not be read. */
  readonly odd?: readonly OddRecord[];
}

/** The caller of a send is told of its requests. */
export interface SendEvents {
  /**
   * Called just before each request that updates the task leaves. It may throw: then this request
   * does not leave, and `send` throws the same error.
   */
  readonly onLeave?: () => void;
  /** Called with the server's rejection of an expired token, before the request is sent again. */
  readonly onRefused?: (said: string) => void;
}

/** The result of a connection test. */
export interface ConnectionTest {
  /** The server that answered: "Conductor 3.32", "Cognite project my-project". */
  readonly server: string;
  /** Limits worth knowing: "no search index", "may read but not write". */
  readonly notes: readonly string[];
}

/** A request in a form to read, review and copy. It never contains a secret. */
export interface RequestPreview {
  readonly method: string;
  readonly url: string;
  /** Credentials are replaced by the name of an environment variable: `Bearer $CDF_TOKEN`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact body; absent where the request has none. */
  readonly body?: string;
}

/** Help for writing a task's output: expected keys, a schema, earlier outputs. */
export interface OutputHints {
  readonly keys: readonly OutputHint[];
  /** JSON Schema of the whole output, where the engine knows it. */
  readonly schema?: JsonObject;
  /** True where the engine rejects an output that breaks the schema, or fails the task. */
  readonly isSchemaEnforced?: true;
  /** A few outputs of earlier tasks with the same definition, newest first. */
  readonly earlier: readonly EarlierOutput[];
  /** Tasks whose outputs could not be read. */
  readonly odd?: readonly OddRecord[];
}

/** A key of the output that a definition promises or reads. */
export interface OutputHint {
  /** Path from the top of the output: `['approval', 'by']`. */
  readonly path: readonly string[];
  /**
   * Where the hint comes from, in a few words: "promised by the task definition", "read by
   * ship_order".
   */
  readonly source: string;
}

export interface EarlierOutput {
  /** Names the task and its execution, in a few words. */
  readonly source: string;
  readonly endedAt?: number;
  readonly value: Output;
}

/**
 * One connected engine. Every method may throw EngineError; an abort is passed on as AbortError. An
 * optional method that is undefined is not offered to the person.
 */
export interface Engine {
  /** Checks that the server is reachable and accepts the credentials, with one or two reads. */
  test(signal: AbortSignal): Promise<ConnectionTest>;
  listWorkflows(page: PageRequest, signal: AbortSignal): Promise<Page<Workflow>>;
  /** Newest first. */
  listExecutions?(
    filter: ExecutionFilter,
    page: PageRequest,
    signal: AbortSignal,
  ): Promise<Page<Execution>>;
  /** The engine's execution statuses, for filters. */
  readonly executionStatuses?: readonly string[];
  /** The execution statuses in which a task may still wait. */
  readonly openStatuses?: readonly string[];
  readExecution?(id: string, signal: AbortSignal): Promise<ExecutionDetail>;
  /**
   * For engines whose tasks stand directly below their workflow, without executions. Newest first.
   */
  listTasks?(filter: ExecutionFilter, page: PageRequest, signal: AbortSignal): Promise<Page<Task>>;
  /** The tasks that this task started, where they are tasks of the same kind. */
  listChildTasks?(ref: TaskRef, signal: AbortSignal): Promise<ChildTasks>;
  /**
   * The oldest of all tasks that wait for a person or an outside party, found within `requests`
   * requests. Undefined where the only way is to read the open executions.
   */
  listWaiting?(requests: number, signal: AbortSignal): Promise<WaitingTasks>;
  /** Asks the engine to stop a running task; the caller reads the new status afterwards. */
  stop?(task: Task, signal: AbortSignal, events?: SendEvents): Promise<Answer>;
  /** Resolves to undefined when the engine has no such task. */
  readTask(ref: TaskRef, signal: AbortSignal): Promise<Task | undefined>;
  /** The request that `send` would make now. Changes nothing. */
  preview?(before: Task, update: TaskUpdate, signal: AbortSignal): Promise<RequestPreview>;
  /** Costs a few requests; called when a person opens the task's output. */
  outputHints?(task: Task, signal: AbortSignal): Promise<OutputHints>;
  /** The statuses in which the update counts as applied; the usual one comes first. */
  expects(before: Task, update: TaskUpdate): readonly ExpectedStatus[];
  /**
   * Sends once and never retries, with one exception: where the server rejects an expired token,
   * which proves that nothing was applied, it sends again with a new token.
   */
  send(before: Task, update: TaskUpdate, signal: AbortSignal, events?: SendEvents): Promise<Answer>;
  /** How long an accepted update may take to become visible, in milliseconds. */
  readonly visibleWithinMs: number;
  /**
   * Does the server hold the parts of the update that a task never shows, such as log lines? `since`
   * is the time before sending, in epoch milliseconds.
   */
  showsRest?(
    ref: TaskRef,
    update: TaskUpdate,
    since: number,
    signal: AbortSignal,
  ): Promise<boolean>;
  /**
   * Present where a request of somebody else that arrives together with an update may overwrite it
   * although the task showed it: for how long, in milliseconds. The task is then read once more.
   */
  readonly unsettledForMs?: number;
}
