/** The part of an answer that is sent before the connection is cut. */
export interface PartialAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** Thrown instead of an answer. The socket's owner must send the part and cut the connection. */
export class ConnectionCut extends Error {
  readonly partial: PartialAnswer | undefined;

  constructor(partial?: PartialAnswer) {
    super('The mock server cut the connection.');
    this.partial = partial;
  }
}
