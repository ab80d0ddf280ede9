/** A JSON object as it goes over the wire; nothing here needs more digits than a number has. */
export type Wire = { [key: string]: unknown };

// AgentExecutionStatus of the vendor's SDK; its clients refuse any other word.
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

/** What the mock makes of a run of an agent, since nothing really runs. */
export interface Behaviour {
  /** How long a run, or one node of a workflow, takes. Milliseconds. */
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
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly nodes: readonly Node[];
  readonly graph: readonly Wire[];
  readonly behaviour: Behaviour;
}

/** What happens to a task next, without anybody's doing. Times are epoch milliseconds. */
export type Next =
  /** A worker takes it up. */
  | { readonly kind: 'start'; readonly at: number }
  /** The worker of an agent's task saves the whole task, whatever it holds by then. */
  | { readonly kind: 'finish'; readonly at: number }
  /** A node of a workflow's run is done. */
  | { readonly kind: 'node'; readonly at: number; readonly node: string }
  /** It goes on once this child is over. */
  | { readonly kind: 'child'; readonly child: string; readonly node: string };

/** One task: a run of an agent or of a workflow. */
export interface TaskRun {
  readonly id: string;
  readonly agent: string;
  /** The id of the task that started it. */
  readonly parent: string | null;
  readonly triggeringAgent: string | null;
  readonly user: { readonly id: string; readonly email: string } | null;
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
  isManuallyStopped: boolean;
  attempts: number;
  /** Every other field of the record, as the wire has it. */
  readonly more: Wire;
  next: Next | null;
}
