/** What a token may do; the capability workflowOrchestrationAcl. */
export interface Grant {
  readonly actions: readonly ('READ' | 'WRITE')[];
  /** The projects it has access to; all of them when absent. */
  readonly projects?: readonly string[];
}

/** How a piece of simulated work ends; functions and transformations are found by external id. */
export interface Behaviour {
  /** How long it takes. */
  readonly ms?: number;
  /** What a function returns. */
  readonly response?: unknown;
  /** How many attempts fail before one succeeds. */
  readonly failures?: number;
  readonly reason?: string;
}

/** What no source of the real API settles, and what a test wants to see. */
export interface CogniteSettings {
  /** The tokens that are accepted; any that is not empty when absent. */
  readonly tokens?: Readonly<Record<string, Grant>>;
  /** Client ids and secrets of the token endpoint; any when absent. */
  readonly clients?: Readonly<Record<string, string>>;
  readonly tokenLifetimeSeconds: number;
  /** How long answers show an execution as it was before an update or a cancellation. */
  readonly visibleAfterMs: number;
  /** How an executed task spells the flag of its definition. */
  readonly asyncSpelling: 'isAsyncComplete' | 'asyncComplete';
  /** False: executed tasks do not name their parent, as in 2023. */
  readonly namesParents: boolean;
  readonly order: 'newestFirst' | 'oldestFirst';
  /** The status of an update of a task that is over. */
  readonly terminalStatus: number;
  /** How long simulated work takes where its behaviour does not say. */
  readonly workMs: number;
  /** The pause before another attempt. */
  readonly retryMs: number;
  readonly behaviours: Readonly<Record<string, Behaviour>>;
}

export const defaultSettings: CogniteSettings = {
  tokenLifetimeSeconds: 3600,
  visibleAfterMs: 0,
  asyncSpelling: 'isAsyncComplete',
  namesParents: true,
  order: 'newestFirst',
  terminalStatus: 400,
  workMs: 1500,
  retryMs: 500,
  behaviours: {},
};
