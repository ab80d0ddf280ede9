/** Something that was to be expected; its message is the whole sentence for the person. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

// By name: each bundle of the extension has a class of its own.
export function isPlainError(error: unknown): error is PlainError {
  return error instanceof Error && error.name === 'PlainError';
}
