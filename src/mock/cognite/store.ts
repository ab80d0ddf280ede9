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

/** What answers keep showing of an execution for a while after it changed. */
export interface Stale {
  readonly until: number;
  readonly summary: JsonObject;
  readonly details: JsonObject;
}

/** Everything that one project holds. Maps keep the order in which things came. */
export interface Store {
  readonly workflows: Map<string, Workflow>;
  /** By workflow, then by version. */
  readonly versions: Map<string, Map<string, Version>>;
  readonly executions: Map<string, Execution>;
  readonly tasks: Map<string, { readonly execution: Execution; readonly run: TaskRun }>;
  readonly stale: Map<string, Stale[]>;
  readonly triggers: Map<string, Trigger>;
  readonly triggerRuns: TriggerRun[];
  /** Older executions that are made as soon as somebody looks closer. */
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
    generated: undefined,
  };
}
