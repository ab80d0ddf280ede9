/** An answer of an unexpected shape. Holds paths only, since a body may be secret. */
export class ShapeError extends Error {
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`unexpected shape at ${paths.join(', ')}`);
    this.name = 'ShapeError';
    this.paths = paths;
  }
}
