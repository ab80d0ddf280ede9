import type {
  Execution,
  ExecutionDetail,
  ExecutionFilter,
  Page,
  PageRequest,
  Workflow,
} from './execution.ts';
import type { Output, Task, TaskRef } from './task.ts';
import type { JsonObject } from './json.ts';
import type { ExpectedStatus, TaskUpdate } from './update.ts';

/** What the server said to an update. Never a proof that it was applied. */
export interface Answer {
  /** False where the server itself said that nothing was updated. */
  readonly accepted: boolean;
  /** The HTTP status and the server's own words, short, for people. */
  readonly said: string;
}

export interface WaitingTasks {
  readonly tasks: readonly Task[];
  /** How far the search went, where it did not see all ("looked at the newest 200 …"). */
  readonly notice?: string;
}

/** What a connection test found. */
export interface ConnectionTest {
  /** What answered: "Conductor 3.32", "Cognite project my-project". */
  readonly server: string;
  /** Things worth knowing: "no search index", "may read but not write". */
  readonly notes: readonly string[];
}

/** A request as people read, review and copy it. No secret is ever in it. */
export interface RequestPreview {
  readonly method: string;
  readonly url: string;
  /** What signs in stands as the name of an environment variable: `Bearer $CDF_TOKEN`. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it is sent; absent where there is none. */
  readonly body?: string;
}

/** What is known of a task's output beside its present value, for whoever writes it. */
export interface OutputHints {
  readonly keys: readonly OutputHint[];
  /** JSON Schema of the whole output, where the engine has one. */
  readonly schema?: JsonObject;
  /** True where the engine refuses or fails what does not fit the schema. */
  readonly isSchemaEnforced?: true;
  /** Outputs of earlier tasks with the same definition, newest first; a few. */
  readonly earlier: readonly EarlierOutput[];
}

/** A place in the output that something speaks of. */
export interface OutputHint {
  /** From the top: `['approval', 'by']`. */
  readonly path: readonly string[];
  /** Who speaks of it, in a few words: "promised by the task definition", "read by ship_order". */
  readonly source: string;
}

export interface EarlierOutput {
  /** Which task of which execution, in a few words. */
  readonly source: string;
  readonly endedAt?: number;
  readonly value: Output;
}

/**
 * One connected engine. Every call may throw EngineError; an abort passes through as AbortError.
 * An ability that is undefined is not offered.
 */
export interface Engine {
  /** Is it reachable and signed in? Reads only, one or two requests. */
  test(signal: AbortSignal): Promise<ConnectionTest>;
  listWorkflows(page: PageRequest, signal: AbortSignal): Promise<Page<Workflow>>;
  /** Newest first. */
  listExecutions?(
    filter: ExecutionFilter,
    page: PageRequest,
    signal: AbortSignal,
  ): Promise<Page<Execution>>;
  /** Execution status words that can be filtered by. */
  readonly executionStatuses?: readonly string[];
  /** Those of them in which tasks may still wait. */
  readonly openStatuses?: readonly string[];
  readExecution?(id: string, signal: AbortSignal): Promise<ExecutionDetail>;
  /** Where tasks stand directly below their workflow, without executions. Newest first. */
  listTasks?(filter: ExecutionFilter, page: PageRequest, signal: AbortSignal): Promise<Page<Task>>;
  /** The tasks that a task started, where they are tasks of the same kind. */
  listChildTasks?(ref: TaskRef, signal: AbortSignal): Promise<readonly Task[]>;
  /**
   * What a person or an outside party has to move on, oldest first, found within `requests`. Left
   * out where reading the open executions is the only way.
   */
  listWaiting?(requests: number, signal: AbortSignal): Promise<WaitingTasks>;
  /** Asks the engine to stop a running task; what it becomes is read afterwards. */
  stop?(task: Task, signal: AbortSignal): Promise<Answer>;
  /** Undefined when the engine knows no such task. */
  readTask(ref: TaskRef, signal: AbortSignal): Promise<Task | undefined>;
  /** The request that `send` would make now; nothing is changed by it. */
  preview?(before: Task, update: TaskUpdate, signal: AbortSignal): Promise<RequestPreview>;
  /** Read within a few requests, when somebody opens the task's output. */
  outputHints?(task: Task, signal: AbortSignal): Promise<OutputHints>;
  /** In which statuses the update counts as applied; the first one is the plain case. */
  expects(before: Task, update: TaskUpdate): readonly ExpectedStatus[];
  /**
   * Sends once; never repeats by itself, but for one try more with a new token where the server
   * refused the old one, which proves that nothing was applied: `onRefused` is told what it said.
   */
  send(
    before: Task,
    update: TaskUpdate,
    signal: AbortSignal,
    onRefused?: (said: string) => void,
  ): Promise<Answer>;
  /** How long an accepted update may take to show, in milliseconds. */
  readonly visibleWithinMs: number;
}
