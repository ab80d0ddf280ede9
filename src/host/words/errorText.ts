import type { EngineErrorKind } from '../../domain/engineError.ts';
import { isEngineError } from '../../domain/engineError.ts';
import { isNotSentError } from './notSentError.ts';
import { isPlainError } from './plainError.ts';

/** What a person can do about an error; each is a button. */
export type Remedy = 'retry' | 'signIn' | 'editConnection' | 'showLog';

export interface ErrorText {
  /** One clear sentence: what failed, and the server's own reason. */
  readonly text: string;
  readonly remedies: readonly Remedy[];
}

const leads: Readonly<Record<EngineErrorKind, string>> = {
  auth: 'The server wants a sign-in',
  forbidden: 'The server does not allow this',
  notFound: 'The server does not know this',
  conflict: 'The server reports a conflict',
  invalid: 'The server rejected the request',
  tooLarge: 'This is too large for the server',
  rateLimited: 'The server asks to slow down',
  unavailable: 'The server is not available',
  timeout: 'The server did not answer in time',
  network: 'The server cannot be reached',
  badResponse: 'The answer cannot be read',
  unsupported: 'This is not possible here',
};

const remediesOf: Readonly<Record<EngineErrorKind, readonly Remedy[]>> = {
  auth: ['signIn', 'editConnection'],
  forbidden: ['editConnection', 'retry'],
  notFound: ['retry', 'editConnection'],
  conflict: ['retry'],
  invalid: ['showLog'],
  tooLarge: [],
  rateLimited: ['retry'],
  unavailable: ['retry', 'showLog'],
  timeout: ['retry', 'editConnection'],
  network: ['retry', 'editConnection'],
  badResponse: ['editConnection', 'showLog'],
  unsupported: [],
};

/**
 * The sentence and buttons for any error. An unknown kind of error is our own fault and says so.
 */
export function errorText(error: unknown): ErrorText {
  if (isEngineError(error)) {
    return { text: `${leads[error.kind]}: ${error.message}`, remedies: remediesOf[error.kind] };
  }
  if (isNotSentError(error)) {
    const { text, remedies } = errorText(error.cause);
    const kept = error.hasDraft ? ' The draft is kept.' : '';
    return { text: `${error.message} ${text}${kept}`, remedies };
  }
  if (isPlainError(error)) return { text: error.message, remedies: [] };
  const reason = error instanceof Error ? error.message : String(error);
  return { text: `Something unexpected happened: ${reason}`, remedies: ['retry', 'showLog'] };
}
