/** An answer of an unexpected shape. Names fields and types only, since a body may be secret. */
export class ShapeError extends Error {
  /** Each a clause: "status is null". */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`unexpected shape: ${problems.join(', ')}`);
    this.name = 'ShapeError';
    this.problems = problems;
  }
}
