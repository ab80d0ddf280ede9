import type { JsonObject } from '../json.ts';
import type { Generated } from './generated.ts';
import type { Execution, TaskRun, Trigger, Version, Workflow } from './model.ts';

export interface TriggerRun {
  readonly fireTime: number;
  readonly externalId: string;
  readonly workflowExternalId: string;
  readonly workflowVersion: string;
  readonly workflowExecutionId: string | null;
  readonly status: 'success' | 'failed';
  readonly reasonForFailure: string | null;
}

/** The state of an execution that reads show for a while after a change. */
export interface Stale {
  readonly until: number;
  readonly summary: JsonObject;
  readonly details: JsonObject;
}

/** The content of one project. Maps keep insertion order. */
export interface Store {
  readonly workflows: Map<string, Workflow>;
  /** By workflow, then by version. */
  readonly versions: Map<string, Map<string, Version>>;
  readonly executions: Map<string, Execution>;
  readonly tasks: Map<string, { readonly execution: Execution; readonly run: TaskRun }>;
  readonly stale: Map<string, Stale[]>;
  readonly triggers: Map<string, Trigger>;
  readonly triggerRuns: TriggerRun[];
  /** Until when each nonce of a session can be used; 0 once it was. */
  readonly nonces: Map<string, number>;
  /** Older executions, which are created when they are read. */
  generated: Generated | undefined;
}

export function createStore(): Store {
  return {
    workflows: new Map(),
    versions: new Map(),
    executions: new Map(),
    tasks: new Map(),
    stale: new Map(),
    triggers: new Map(),
    triggerRuns: [],
    nonces: new Map(),
    generated: undefined,
  };
}
