import type { EngineError } from '../../domain/engineError.ts';

/** The engine failed before an update left: nothing was sent. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
  override readonly cause: EngineError;
  readonly hasDraft: boolean;

  /** `taskName` is the task that it was for; with `hasDraft` what was written for it is kept. */
  constructor(taskName: string, hasDraft: boolean, cause: EngineError) {
    super(`Nothing was sent to ${taskName}.`);
    this.hasDraft = hasDraft;
    this.cause = cause;
  }
}

// By name: each bundle of the extension has a class of its own.
export function isNotSentError(error: unknown): error is NotSentError {
  return error instanceof Error && error.name === 'NotSentError';
}
