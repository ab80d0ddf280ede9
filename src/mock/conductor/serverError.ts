import type { JsonObject } from '../json.ts';

/** A wrong field of a request, as bean validation words it. */
export interface ValidationError {
  readonly path: string;
  readonly message: string;
  readonly invalidValue?: string;
}

/** What the server answers with a status of 400 and above, in its ErrorResponse shape. */
export class ServerError extends Error {
  readonly status: number;
  readonly retryable: boolean;
  readonly validationErrors: readonly ValidationError[] | undefined;

  constructor(
    status: number,
    message: string,
    more: { retryable?: boolean; validationErrors?: readonly ValidationError[] } = {},
  ) {
    super(message);
    this.status = status;
    this.retryable = more.retryable ?? false;
    this.validationErrors = more.validationErrors;
  }
}

/** The body; `instance` is the server's host name and missing where validation failed. */
export function errorBody(error: ServerError): JsonObject {
  const { status, message, retryable, validationErrors } = error;
  if (validationErrors === undefined) return { status, message, instance: 'mock', retryable };
  return { status, message, retryable, validationErrors: validationErrors.map((e) => ({ ...e })) };
}

export function notFound(message: string): ServerError {
  return new ServerError(404, message);
}

export function conflict(message: string): ServerError {
  return new ServerError(409, message);
}

export function badRequest(message: string): ServerError {
  return new ServerError(400, message);
}

/** What every exception that the server does not expect becomes. */
export function broken(message: string): ServerError {
  return new ServerError(500, message);
}

export function invalid(...validationErrors: ValidationError[]): ServerError {
  return new ServerError(400, 'Validation failed, check below errors for detail.', {
    validationErrors,
  });
}
