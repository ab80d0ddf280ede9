import type {
  Execution,
  ExecutionDetail,
  ExecutionFilter,
  Page,
  PageRequest,
  Workflow,
} from './execution.ts';
import type { Task, TaskRef } from './task.ts';
import type { Expectation, TaskUpdate } from './update.ts';

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
  readExecution?(id: string, signal: AbortSignal): Promise<ExecutionDetail>;
  /** Where tasks stand directly below their workflow, without executions. Newest first. */
  listTasks?(filter: ExecutionFilter, page: PageRequest, signal: AbortSignal): Promise<Page<Task>>;
  /** The tasks that a task started, where they are tasks of the same kind. */
  listChildTasks?(ref: TaskRef, signal: AbortSignal): Promise<readonly Task[]>;
  /** Those of them in which tasks may still wait. */
  readonly openStatuses?: readonly string[];
  /**
   * What a person or an outside party has to move on, oldest first, found within `requests`. Left
   * out where reading the open executions is the only way.
   */
  listWaiting?(requests: number, signal: AbortSignal): Promise<WaitingTasks>;
  /** Asks the engine to stop a running task; what it becomes is read afterwards. */
  stop?(task: Task, signal: AbortSignal): Promise<Answer>;
  /** Undefined when the engine knows no such task. */
  readTask(ref: TaskRef, signal: AbortSignal): Promise<Task | undefined>;
  /** In which statuses the update counts as applied; the first one is the plain case. */
  expects(before: Task, update: TaskUpdate): readonly Expectation[];
  /** Sends once; never repeats by itself. */
  send(before: Task, update: TaskUpdate, signal: AbortSignal): Promise<Answer>;
  /** How long an accepted update may take to show, in milliseconds. */
  readonly visibleWithinMs: number;
}
