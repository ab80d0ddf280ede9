/** The part of an answer that leaves before the connection is cut. */
export interface PartialAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** Thrown instead of an answer: whoever holds the socket must send the part and cut it. */
export class ConnectionCut extends Error {
  readonly partial: PartialAnswer | undefined;

  constructor(partial?: PartialAnswer) {
    super('The mock server cut the connection.');
    this.partial = partial;
  }
}
