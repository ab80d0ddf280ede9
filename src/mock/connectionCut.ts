/** Thrown instead of an answer: whoever holds the socket must cut it. */
export class ConnectionCut extends Error {
  constructor() {
    super('The mock server cut the connection.');
  }
}
