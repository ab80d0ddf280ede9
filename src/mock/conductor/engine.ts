import type { MockClock } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import type { Random } from '../random.ts';
import type { WorkflowDef } from './workflowDef.ts';
import type { Generated } from './generated.ts';
import type { Execution } from './model.ts';
import type { Store } from './store.ts';
import type { Timers } from './timers.ts';

/** What starts an execution; `definition` is complete and has its task definitions. */
export interface StartRequest {
  readonly definition: WorkflowDef;
  readonly input: JsonObject;
  readonly correlationId?: string | undefined;
  readonly priority?: number | undefined;
  readonly taskToDomain?: JsonObject | undefined;
  readonly parent?: { readonly workflowId: string; readonly taskId: string } | undefined;
}

/** The state machine: what every part of it works on, and the three moves that parts call for. */
export interface Engine {
  readonly store: Store;
  readonly clock: MockClock;
  readonly random: Random;
  readonly timers: Timers;
  /** Executions of a seed that nobody has asked for yet. */
  generated: Generated | undefined;
  /** The server version it behaves as. */
  readonly version: string;
  start(request: StartRequest): Execution;
  /** Moves an execution as far as it goes without anyone's help. */
  decide(execution: Execution): void;
  terminate(execution: Execution, reason: string | undefined): void;
}
