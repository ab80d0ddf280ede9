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

/** Who may and who does work on a HUMAN task, in the API's form. */
export interface Holders {
  /** The present assignee comes first. */
  readonly assignees: readonly JsonObject[];
  readonly claimant: JsonObject | undefined;
  readonly updatedBy: string | undefined;
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
  /** Messages that wait for a PULL_WORKFLOW_MESSAGES, by the execution's id. */
  readonly messages: Map<string, JsonObject[]>;
  /** Who has a HUMAN task on an Orkes server, by the task's id. */
  readonly holders: Map<string, Holders>;
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
    messages: new Map(),
    holders: new Map(),
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
