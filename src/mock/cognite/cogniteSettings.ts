/** The rights of a token: the capabilities workflowOrchestrationAcl and sessionsAcl. */
export interface Grant {
  readonly actions: readonly ('READ' | 'WRITE')[];
  /** False where the token may not create sessions. */
  readonly sessions?: boolean;
  /** The projects that the token has access to; absent means all. */
  readonly projects?: readonly string[];
}

/** The result of simulated work, by the external id of the function or transformation. */
export interface Behaviour {
  /** Duration of the work. */
  readonly ms?: number;
  /** The function's response. */
  readonly response?: unknown;
  /** How many attempts fail before one succeeds. */
  readonly failures?: number;
  readonly reason?: string;
}

/** Behaviour that no source about the real API settles, or that a test has to choose. */
export interface CogniteSettings {
  /** The accepted tokens; absent means any that is not empty. */
  readonly tokens?: Readonly<Record<string, Grant>>;
  /** Client ids and their secrets for the token endpoint; absent means any. */
  readonly clients?: Readonly<Record<string, string>>;
  readonly tokenLifetimeSeconds: number;
  /** Whether a run takes a nonce that this server has not issued. */
  readonly takesAnyNonce: boolean;
  /** The specification demands a nonce for a retry; the vendor's toolkit sends none. */
  readonly retryNeedsNonce: boolean;
  /** How long reads still show the state before an update or a cancellation. */
  readonly visibleAfterMs: number;
  /** The name of the definition's flag in an executed task. */
  readonly asyncSpelling: 'isAsyncComplete' | 'asyncComplete';
  /** False hides the parent of executed tasks, as the API did in 2023. */
  readonly namesParents: boolean;
  readonly order: 'newestFirst' | 'oldestFirst';
  /** The HTTP status of the answer to an update of a finished task. */
  readonly terminalStatus: number;
  /** Duration of simulated work whose behaviour does not set one. */
  readonly workMs: number;
  /** The pause before another attempt. */
  readonly retryMs: number;
  readonly behaviours: Readonly<Record<string, Behaviour>>;
}

export const defaultSettings: CogniteSettings = {
  tokenLifetimeSeconds: 3600,
  takesAnyNonce: true,
  retryNeedsNonce: true,
  visibleAfterMs: 0,
  asyncSpelling: 'isAsyncComplete',
  namesParents: true,
  order: 'newestFirst',
  terminalStatus: 400,
  workMs: 1500,
  retryMs: 500,
  behaviours: {},
};
