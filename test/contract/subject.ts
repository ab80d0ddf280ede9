import type { Engine } from '../../src/domain/engine.ts';
import type { EngineKind } from '../../src/domain/connection.ts';
import type { TaskRef } from '../../src/domain/task.ts';
import type { TestMock } from '../support/startMock.ts';

/** An engine under the contract. To test another engine, add a line to subjects.ts. */
export interface Subject {
  readonly kind: EngineKind;
  /** The name in the test report: "conductor 3.21.14". */
  readonly name: string;
  /** False where only running executions can be listed, with a notice. */
  readonly isIndexed: boolean;
  /** True where one list spans workflows; false where a list needs a workflow. */
  readonly listsAcross: boolean;
  /** True where a finished task still accepts updates. */
  readonly reopens: boolean;
  /** True where an update identifies the task by its id alone. */
  readonly updatesById: boolean;
  /** True where the path for starting a run contains the workflow's name. */
  readonly startsByPath: boolean;
  /** True where the engine replaces a rejected token and sends the request once more. */
  readonly renewsToken: boolean;
  start(options?: StageOptions): Promise<Stage>;
}

export interface StageOptions {
  /** The timeout of one attempt, in milliseconds. */
  readonly timeoutMs?: number;
}

/** A new, empty server for one test, with an engine connected to it. */
export interface Stage {
  readonly engine: Engine;
  readonly mock: TestMock;
  /** All log lines of the engine. */
  readonly lines: readonly string[];
  /** Starts an execution with one task that waits for an update; uses the given names. */
  readonly plant: (names?: Names) => Promise<TaskRef>;
  /** Patterns for the paths of reading and of updating a task. */
  readonly paths: { readonly readTask: string; readonly update: string };
  /** The server's JSON of a task, as the engine reads it. */
  readonly readRaw: (ref: TaskRef) => Promise<string>;
  /** The server's own messages, where it has some. */
  readonly errorBody: (status: number, message: string) => string;
}

export interface Names {
  readonly workflow?: string;
  readonly task?: string;
}
