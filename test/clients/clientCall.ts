import type { TestMock } from '../support/startMock.ts';

/** One call of somebody else's client, with what it must have asked for and got. */
export interface ClientCall {
  /** The call as that client's people know it. */
  readonly what: string;
  /** Throws where the request or the answer is not what it must be. */
  readonly run: () => Promise<void>;
}

/** A server to call, and how to end it. */
export interface ClientStage {
  readonly calls: readonly ClientCall[];
  readonly mock: TestMock;
}
