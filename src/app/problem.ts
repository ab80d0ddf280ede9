/** Why an update was refused before any request: one sentence, and the part that it is about. */
export interface Problem {
  readonly message: string;
  /** A path into the update: `['output', 'value', 'amount']`, `['fields', 'logs']`. */
  readonly path?: readonly (string | number)[];
}
