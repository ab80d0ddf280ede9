import type { Json, JsonObject } from '../json.ts';
import type { TaskDef, WorkflowDef } from './workflowDef.ts';
import type { Execution, TaskRun } from './model.ts';

/** A log line of a task. */
interface LogLine {
  readonly log: string;
  readonly taskId: string;
  readonly createdTime: Json;
}

/** When a worker last polled for tasks of a type. */
interface PollData {
  readonly queueName: string;
  readonly domain: string | undefined;
  readonly workerId: string | undefined;
  readonly lastPollTime: number;
}

/** The server's content. Maps keep insertion order. */
export interface Store {
  /** By name, then by version. */
  readonly workflowDefs: Map<string, Map<number, WorkflowDef>>;
  readonly taskDefs: Map<string, TaskDef>;
  readonly executions: Map<string, Execution>;
  readonly tasks: Map<string, TaskRun>;
  readonly logs: Map<string, LogLine[]>;
  readonly pollData: Map<string, PollData>;
  /** Names of all worker queues that ever had a task. */
  readonly queues: Set<string>;
  readonly eventHandlers: JsonObject[];
}

export function createStore(): Store {
  return {
    workflowDefs: new Map(),
    taskDefs: new Map(),
    executions: new Map(),
    tasks: new Map(),
    logs: new Map(),
    pollData: new Map(),
    queues: new Set(),
    eventHandlers: [],
  };
}

export function latestVersion(store: Store, name: string): WorkflowDef | undefined {
  const versions = store.workflowDefs.get(name);
  return versions?.get(Math.max(...versions.keys()));
}

export function findDefinition(
  store: Store,
  name: string,
  version: number | undefined,
): WorkflowDef | undefined {
  if (version === undefined) return latestVersion(store, name);
  return store.workflowDefs.get(name)?.get(version);
}
