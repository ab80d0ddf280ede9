import { strict as assert } from 'node:assert';

import type { ConductorScene, Run } from './conductorScene.ts';

// Requests of conductor-cli through the Go SDK: path values are not encoded; queries are encoded as
// in Go, sorted by name and with "+" for a space.

export type Wire = Readonly<Record<string, unknown>>;

export interface GoRow {
  readonly command: string;
  readonly plant?: (scene: ConductorScene) => Promise<Run>;
  /** Method, path and query, below /api. */
  readonly request: (run: Run) => string;
  readonly body?: string;
  /** 200 by default. */
  readonly status?: number;
  readonly check?: (answer: never, run: Run, scene: ConductorScene) => unknown;
}

/** Checks one field of the answer. */
export const shows =
  (key: string, value: unknown) =>
  (answer: Wire): void =>
    assert.equal(answer[key], value);
/** Reads the execution and checks its status. */
export const ends =
  (status: string) =>
  async (_answer: unknown, { id }: Run, scene: ConductorScene): Promise<void> => {
    assert.equal((await scene.read(`workflow/${id}`))['status'], status);
  };
