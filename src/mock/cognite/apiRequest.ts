import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';
import { badRequest } from './apiError.ts';
import type { Machine } from './machine.ts';

/** A request that found its route and was signed in. */
export interface ApiRequest {
  readonly machine: Machine;
  /** The access token it came with. */
  readonly token: string;
  /** Decoded path variables. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Unpacked; empty where there was none. */
  readonly body: string;
}

/** A path variable; every route has the ones it names. */
export function pathOf(request: ApiRequest, name: string): string {
  return request.path[name] ?? '';
}

/** The body as an object; an empty body is an empty object. @throws {ApiError} 400 */
export function readBody(request: ApiRequest): JsonObject {
  if (request.body.trim() === '') return {};
  let value: Json;
  try {
    value = parseJson(request.body);
  } catch {
    // Whatever the parser says, the client's body is at fault.
    throw badRequest('Request body is not valid JSON.');
  }
  if (!isObject(value)) throw badRequest('Request body must be a JSON object.');
  return value;
}

/** The list under `items`. @throws {ApiError} 400 unless it has `least` to `most` objects */
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

/** A text that must be there. @throws {ApiError} 400 */
export function readText(holder: JsonObject, key: string, most = 255): string {
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

/** @throws {ApiError} 400 without a nonce, which stands for the session of a run */
export function demandNonce(body: JsonObject): void {
  const authentication = body['authentication'];
  const nonce = isObject(authentication) ? authentication['nonce'] : undefined;
  if (typeof nonce !== 'string' || nonce === '') {
    throw badRequest('authentication.nonce is required.');
  }
}
