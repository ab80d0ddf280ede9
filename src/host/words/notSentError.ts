import type { EngineError } from '../../domain/engineError.ts';

/** The engine failed before the update was sent. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
  override readonly cause: EngineError;
  readonly hasDraft: boolean;

  /** `hasDraft` says that the draft of the task holds what was written. */
  constructor(taskName: string, hasDraft: boolean, cause: EngineError) {
    super(`Nothing was sent to ${taskName}.`);
    this.hasDraft = hasDraft;
    this.cause = cause;
  }
}

// Compares the name: each bundle of the extension has its own copy of the class.
export function isNotSentError(error: unknown): error is NotSentError {
  return error instanceof Error && error.name === 'NotSentError';
}
