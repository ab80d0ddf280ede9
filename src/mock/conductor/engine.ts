import type { MockClock } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import type { Random } from '../random.ts';
import type { WorkflowDef } from './workflowDef.ts';
import type { Generated } from './generated.ts';
import type { Execution } from './model.ts';
import type { Store } from './store.ts';
import type { Timers } from './timers.ts';

/** The input for a new execution. `definition` is complete and includes its task definitions. */
export interface StartRequest {
  readonly definition: WorkflowDef;
  readonly input: JsonObject;
  readonly correlationId?: string | undefined;
  readonly priority?: number | undefined;
  readonly taskToDomain?: JsonObject | undefined;
  readonly parent?: { readonly workflowId: string; readonly taskId: string } | undefined;
}

/** The state machine: its shared state, and the three operations that its parts call. */
export interface Engine {
  readonly store: Store;
  readonly clock: MockClock;
  readonly random: Random;
  readonly timers: Timers;
  /** Executions of a seed that were not read yet. */
  generated: Generated | undefined;
  /** The server version that it simulates. */
  readonly version: string;
  /** Whether executions have message queues, which a server has only when it is told so. */
  readonly messages: boolean;
  start(request: StartRequest): Execution;
  /** Moves an execution on as far as it can go without outside action. */
  decide(execution: Execution): void;
  terminate(execution: Execution, reason: string | undefined): void;
}
