import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';
import { badRequest } from './apiError.ts';
import type { Machine } from './machine.ts';

/** A signed-in request to a known route. */
export interface ApiRequest {
  readonly machine: Machine;
  /** The access token of the request. */
  readonly token: string;
  /** Decoded path variables. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Decompressed; empty where the request had none. */
  readonly body: string;
}

/** The decoded value of a variable in the route's path. */
export function pathOf(request: ApiRequest, name: string): string {
  return request.path[name] ?? '';
}

/** The body as a JSON object; an empty body counts as {}. @throws {ApiError} 400 */
export function readBody(request: ApiRequest): JsonObject {
  if (request.body.trim() === '') return {};
  let value: Json;
  try {
    value = parseJson(request.body);
  } catch {
    // Any parser error is the client's fault.
    throw badRequest('Request body is not valid JSON.');
  }
  if (!isObject(value)) throw badRequest('Request body must be a JSON object.');
  return value;
}

/** The objects under `items`. @throws {ApiError} 400 unless there are `least` to `most` */
export function readItems(request: ApiRequest, least: number, most: number): JsonObject[] {
  const { items } = readBody(request);
  const count = least === most ? `exactly ${most}` : `${least} to ${most}`;
  if (!Array.isArray(items) || items.length < least || items.length > most) {
    throw badRequest(`items must hold ${count} object(s).`);
  }
  return items.map((item) => {
    if (isObject(item)) return item;
    throw badRequest('items must hold objects.');
  });
}

/** A required text. @throws {ApiError} 400 */
export function requiredText(holder: JsonObject, key: string, most = 255): string {
  const value = holder[key];
  if (typeof value === 'string' && value !== '' && value.length <= most) return value;
  throw badRequest(`${key} must be a text of 1 to ${most} characters.`);
}

export function optionalObject(holder: JsonObject, key: string): JsonObject | undefined {
  const value = holder[key];
  if (value === undefined || value === null) return undefined;
  if (isObject(value)) return value;
  throw badRequest(`${key} must be a JSON object.`);
}

/** The nonce of the session that a run acts in. @throws {ApiError} 400 without one */
export function requireNonce(body: JsonObject): string {
  const authentication = body['authentication'];
  const nonce = isObject(authentication) ? authentication['nonce'] : undefined;
  if (typeof nonce !== 'string' || nonce === '') {
    throw badRequest('authentication.nonce is required.');
  }
  return nonce;
}
