import { strict as assert } from 'node:assert';

import type { ConductorScene, Run } from './conductorScene.ts';
import type { ConductorSdk } from './conductorSdk.ts';

export type Wire = Readonly<Record<string, unknown>>;

export interface JavaScriptRow {
  readonly what: string;
  readonly plant: (scene: ConductorScene) => Promise<Run>;
  readonly call: (sdk: ConductorSdk, run: Run) => Promise<unknown>;
  /** Method, path and query exactly as the client sends them. */
  readonly request: (run: Run) => string;
  /** The body's text. */
  readonly body?: (run: Run) => string;
  readonly check: (answer: never, run: Run, scene: ConductorScene) => unknown;
  /** True where the server rejects the client's request. */
  readonly fails?: boolean;
}

export const refOf = ({ tasks }: Run) => tasks['my ref'] ?? '';

/** Checks the task's status after the call. */
export const becomes =
  (status: string, output?: Wire) =>
  async (_answer: unknown, run: Run, scene: ConductorScene): Promise<void> => {
    const task = await scene.read(`tasks/${refOf(run)}`);
    assert.equal(task['status'], status);
    if (output !== undefined) assert.deepEqual(task['outputData'], output);
  };
/** Checks the execution's status after the call. */
export const ends =
  (status: string) =>
  async (_answer: unknown, { id }: Run, scene: ConductorScene): Promise<void> => {
    assert.equal((await scene.read(`workflow/${id}`))['status'], status);
  };
