import type { Engine } from '../../src/domain/engine.ts';
import type { EngineKind } from '../../src/domain/connection.ts';
import type { TaskRef } from '../../src/domain/task.ts';
import type { TestMock } from '../support/startMock.ts';

/** An engine that the contract is held against. One more line in subjects.ts is one more engine. */
export interface Subject {
  readonly kind: EngineKind;
  /** What the tests are named after: "conductor 3.21.14". */
  readonly name: string;
  /** False where executions can only be listed while they run, with a notice. */
  readonly isIndexed: boolean;
  /** True where a list spans workflows; false where it needs one of them. */
  readonly listsAcross: boolean;
  /** True where a task that is over takes updates all the same. */
  readonly reopens: boolean;
  /** True where an update names the task by its id and nothing beside it. */
  readonly updatesById: boolean;
  /** True where the path of starting a run holds the name of the workflow. */
  readonly startsByPath: boolean;
  /** True where a refused token is replaced by a new one, and the request sent once more. */
  readonly renewsToken: boolean;
  start(options?: StageOptions): Promise<Stage>;
}

export interface StageOptions {
  /** The deadline of one try, in milliseconds. */
  readonly timeoutMs?: number;
}

/** A fresh, empty server of its own for one test, with an engine connected to it. */
export interface Stage {
  readonly engine: Engine;
  readonly mock: TestMock;
  /** Everything that the engine logged. */
  readonly lines: readonly string[];
  /** Starts an execution with one task that waits for an update; names as given. */
  readonly plant: (names?: Names) => Promise<TaskRef>;
  /** A pattern for the path of reading a task, and of updating one. */
  readonly paths: { readonly readTask: string; readonly update: string };
  /** The server's own text of a task, as the engine reads it. */
  readonly readRaw: (ref: TaskRef) => Promise<string>;
  /** How the server says each of these, where it has words of its own. */
  readonly errorBody: (status: number, message: string) => string;
}

export interface Names {
  readonly workflow?: string;
  readonly task?: string;
}
