/** An expected problem. Its message is the whole sentence for the person. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

// Compares the name: each bundle of the extension has its own copy of the class.
export function isPlainError(error: unknown): error is PlainError {
  return error instanceof Error && error.name === 'PlainError';
}
