import type { JsonObject } from '../json.ts';

/** An error answer (status 400 and above) in the API's envelope. */
export class ApiError extends Error {
  readonly status: number;
  readonly more: JsonObject;

  /** @param more further keys of the error: missing, duplicated */
  constructor(status: number, message: string, more: JsonObject = {}) {
    super(message);
    this.status = status;
    this.more = more;
  }
}

export function errorBody(error: ApiError): JsonObject {
  return { error: { code: error.status, message: error.message, ...error.more } };
}

export function badRequest(message: string): ApiError {
  return new ApiError(400, message);
}

export function notFound(message: string, more: JsonObject = {}): ApiError {
  return new ApiError(404, message, more);
}

export function unauthorized(): ApiError {
  return new ApiError(401, 'Unauthorized');
}
