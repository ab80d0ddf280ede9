import type { JsonObject } from '../json.ts';

/** What the API answers with a status of 400 and above, in its envelope. */
export class ApiError extends Error {
  readonly status: number;
  readonly more: JsonObject;

  /** @param more keys beside code and message: missing, duplicated */
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
