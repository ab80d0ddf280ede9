import type { TestMock } from '../support/startMock.ts';

/** One call of a vendor's client, with the expected request and result. */
export interface ClientCall {
  /** The call in the words of the client's documentation. */
  readonly what: string;
  /** Throws where the request or the result is not the expected one. */
  readonly run: () => Promise<void>;
}

/** A server to call, and a function that stops it. */
export interface ClientStage {
  readonly calls: readonly ClientCall[];
  readonly mock: TestMock;
}
