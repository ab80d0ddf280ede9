import type { JsonObject } from '../json.ts';

/** An invalid field of a request, in the words of bean validation. */
export interface ValidationError {
  readonly path: string;
  readonly message: string;
  readonly invalidValue?: string;
}

/** An error answer (status 400 and above) in the shape of ErrorResponse. */
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

/** The body. `instance` is the server's host name; validation errors have none. */
export function errorBody(error: ServerError): JsonObject {
  const { status, message, retryable, validationErrors } = error;
  if (validationErrors === undefined) {
    return { status, message: message || undefined, instance: 'mock', retryable };
  }
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

/** The answer for every exception that the server does not handle. */
export function broken(message: string): ServerError {
  return new ServerError(500, message);
}

export function invalid(...validationErrors: ValidationError[]): ServerError {
  return new ServerError(400, 'Validation failed, check below errors for detail.', {
    validationErrors,
  });
}
