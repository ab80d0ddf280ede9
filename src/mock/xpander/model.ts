/** A JSON object of the API; no value here needs more digits than a JavaScript number. */
export type Wire = { [key: string]: unknown };

// AgentExecutionStatus of the vendor's SDK, whose clients reject any other word.
export const statuses = [
  'pending',
  'executing',
  'paused',
  'error',
  'failed',
  'completed',
  'stopped',
] as const;
export type Status = (typeof statuses)[number];

export function isTerminal(status: Status): boolean {
  return ['error', 'failed', 'completed', 'stopped'].includes(status);
}

/** A node of a workflow's graph (OrchestrationNode). */
export interface Node {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly next_node_ids: readonly string[];
  readonly definition: Wire;
  readonly condition?: {
    readonly type: string;
    readonly term?: string;
    readonly group_id?: string;
  };
}

/** The simulated result of an agent's run, since nothing really runs. */
export interface Behaviour {
  /** Duration of a run, or of one node of a workflow. Milliseconds. */
  readonly stepMs: number;
  readonly result: string;
  readonly tools?: readonly string[];
}

/** An agent, or a workflow, which is an agent of the type orchestration. */
export interface Agent {
  readonly id: string;
  name: string;
  description: string | null;
  readonly icon: string;
  readonly type: 'manager' | 'regular' | 'a2a' | 'curl' | 'orchestration';
  status: 'DRAFT' | 'ACTIVE' | 'INACTIVE';
  instructions: { role: string[]; goal: string[]; general: string };
  readonly version: number;
  /** Framework of the vendor's SDK. */
  readonly framework: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly nodes: readonly Node[];
  readonly graph: readonly Wire[];
  readonly behaviour: Behaviour;
}

/** The next thing that happens to a task by itself. Times are epoch milliseconds. */
export type Next =
  /** A worker starts the task. */
  | { readonly kind: 'start'; readonly at: number }
  /** The worker of an agent's task finishes and saves the whole task, overwriting other changes. */
  | { readonly kind: 'finish'; readonly at: number }
  /** A node of a workflow's run is done. */
  | { readonly kind: 'node'; readonly at: number; readonly node: string }
  /** A run resumes at a node. */
  | { readonly kind: 'resume'; readonly at: number; readonly node: string }
  /** A resident process starts or stops to wait. */
  | { readonly kind: 'segment'; readonly at: number }
  /** The task continues when this child has finished. */
  | { readonly kind: 'child'; readonly child: string; readonly node: string };

/** One task: a run of an agent or of a workflow. */
export interface TaskRun {
  readonly id: string;
  readonly agent: string;
  /** The id of the task that started this one. */
  readonly parent: string | null;
  readonly triggeringAgent: string | null;
  readonly createdAt: number;
  updatedAt: number;
  startedAt: number | null;
  pausedAt: number | null;
  finishedAt: number | null;
  status: Status;
  result: string | null;
  cursor: string | null;
  waitNode: string | null;
  readonly children: string[];
  readonly messages: Wire[];
  /** Events that a worker pushed to the task's event stream. */
  readonly pushed: unknown[];
  isManuallyStopped: boolean;
  attempts: number;
  /** The state of a resident process; null for any other task. */
  process: Wire | null;
  /** How often each self_schedule node has paused the run. */
  readonly reschedules: Record<string, number>;
  /** All other fields of the record, as the API sends them. */
  readonly more: Wire;
  next: Next | null;
}
