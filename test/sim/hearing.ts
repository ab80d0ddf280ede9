import type { TransportError } from '../../src/http/transport.ts';

/** What a window learns of its request. */
export interface Hearing {
  readonly error?: TransportError;
  readonly status?: number;
  readonly type?: string;
  readonly text?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** True where the product may take it as proof that nothing was applied, and try again. */
  readonly isProof: boolean;
  /** For the trace. */
  readonly words: string;
}
