import { strict as assert } from 'node:assert';

import { type CogniteRun, type CogniteScene, workflow } from './cogniteScene.ts';

export type Wire = Readonly<Record<string, unknown>>;

/** One call of Cognite's Python SDK, which is also sent as a raw call of the JavaScript SDK. */
export interface CogniteRow {
  readonly what: string;
  readonly plant?: (scene: CogniteScene) => Promise<CogniteRun>;
  /** Method and path below /api/v1. */
  readonly request: (run: CogniteRun) => string;
  /** Compact, as the Python SDK writes it. */
  readonly body?: string | ((run: CogniteRun) => string);
  /** 200 by default. */
  readonly status?: number;
  /** The keys that the SDK's parser requires, and what the call is for. */
  readonly check?: (body: never, run: CogniteRun) => void;
}

export const project = '/projects/demo';
export const workflows = `${project}/workflows`;
export const encoded = 'wf%201%2F%C3%A5';
export const filtered = JSON.stringify({ externalId: workflow });
export const versioned = JSON.stringify({ externalId: workflow, version: '1' });

/** Checks that these keys exist: a missing one is a KeyError in the SDK. */
export function holds(value: unknown, ...keys: readonly string[]): void {
  assert.ok(typeof value === 'object' && value !== null, 'no object');
  for (const key of keys) assert.ok(key in value, `${key} is missing`);
}

export const holdItems =
  (...keys: readonly string[]) =>
  ({ items }: { items: readonly Wire[] }): void => {
    assert.ok(items.length > 0, 'no items');
    for (const item of items) holds(item, ...keys);
  };
export const workflowKeys = ['externalId', 'createdTime', 'lastUpdatedTime'];
export const versionKeys = ['workflowExternalId', 'version', 'workflowDefinition', 'createdTime'];
export const executionKeys = ['id', 'workflowExternalId', 'status', 'createdTime'];
export const taskKeys = ['id', 'externalId', 'status', 'taskType', 'input', 'output'];

export function bodyOf({ body }: CogniteRow, run: CogniteRun): string | undefined {
  return typeof body === 'function' ? body(run) : body;
}
