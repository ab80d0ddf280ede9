import { isObject, parseJson, type Json, type JsonObject } from '../json.ts';
import type { Engine } from './engine.ts';
import { broken } from './serverError.ts';

/** A request to a known route. */
export interface RouteRequest {
  readonly engine: Engine;
  /** True where the server has a search index. */
  readonly index: boolean;
  /** True for Orkes' server, which gives some different answers. */
  readonly isOrkes: boolean;
  /** The user behind the token of an Orkes server. */
  readonly caller: string | undefined;
  /** Decoded path variables. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly contentType: string | null;
  readonly body: string;
}

/** The Java class of a body, which the server's messages name. */
const javaMap = 'java.util.LinkedHashMap<java.lang.String,java.lang.Object>';

/** The decoded value of a variable in the route's path. */
export function pathOf(request: RouteRequest, name: string): string {
  return request.path[name] ?? '';
}

/** The body as a JSON object. @throws {ServerError} 500 for anything else, as Spring does */
export function readMap(request: RouteRequest, signature: string): JsonObject {
  const value = readBody(request, signature, 'object');
  if (isObject(value)) return value;
  if (Array.isArray(value)) throw notFrom(javaMap, 'Array', 'START_ARRAY');
  if (typeof value === 'string') {
    throw broken(
      `JSON parse error: Cannot construct instance of \`java.util.LinkedHashMap\` (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('${value}')`,
    );
  }
  throw notFrom(javaMap, typeof value === 'boolean' ? 'Boolean' : 'Integer', 'VALUE_NUMBER_INT');
}

/** The body as a JSON object, which the server reads into the class `javaType`. */
export function readObject(request: RouteRequest, signature: string, javaType: string): JsonObject {
  const value = readBody(request, signature, 'object');
  if (isObject(value)) return value;
  throw notFrom(javaType, Array.isArray(value) ? 'Array' : 'String', 'START_ARRAY');
}

/** The body as a JSON array with unchecked items. */
export function readList(request: RouteRequest, signature: string, itemType: string): Json[] {
  const value = readBody(request, signature, 'array');
  if (Array.isArray(value)) return value;
  throw notFrom(`java.util.ArrayList<${itemType}>`, 'Object', 'START_OBJECT');
}

/** The body as text. */
export function readText(request: RouteRequest, signature: string): string {
  if (request.body === '') throw missing(signature);
  return request.body;
}

/** @throws {ServerError} 500 unless the parameter is a whole number */
export function queryInt(
  request: RouteRequest,
  name: string,
  fallback: number,
  javaType = 'int',
): number {
  const text = request.query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^[-+]?\d+$/.test(text)) {
    throw broken(
      `Method parameter '${name}': Failed to convert value of type 'java.lang.String' to required type '${javaType}'; For input string: "${text}"`,
    );
  }
  return Number(text);
}

export function optionalInt(request: RouteRequest, name: string): number | undefined {
  const text = request.query.get(name);
  return text === null || text === '' ? undefined : queryInt(request, name, 0, 'java.lang.Integer');
}

export function queryFlag(request: RouteRequest, name: string, fallback: boolean): boolean {
  const text = request.query.get(name);
  return text === null || text === '' ? fallback : text.toLowerCase() === 'true';
}

function readBody(request: RouteRequest, signature: string, expected: 'object' | 'array'): Json {
  const { contentType, body } = request;
  if (contentType === null && body === '') throw missing(signature);
  requireJson(contentType);
  const start = body.trimStart()[0];
  if (start === undefined) throw missing(signature);
  // Jackson reports the wrong bracket before it reads the rest.
  if (expected === 'object' && start === '[') return [];
  if (expected === 'array' && start === '{') return {};
  const value = parseBody(body);
  if (value === null) throw missing(signature);
  return value;
}

/** The server's message adds its own charset to a type without one. */
function requireJson(contentType: string | null): void {
  const type = contentType ?? 'application/octet-stream';
  if (/^application\/(?:json|[^;]*\+json)\s*(?:;|$)/i.test(type)) return;
  const charset = contentType === null || /charset=/i.test(type) ? '' : ';charset=UTF-8';
  throw broken(`Content-Type '${type}${charset}' is not supported`);
}

function parseBody(body: string): Json {
  try {
    return parseJson(body);
  } catch (error) {
    throw broken(`JSON parse error: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function missing(signature: string) {
  return broken(`Required request body is missing: ${signature}`);
}

function notFrom(javaType: string, found: string, token: string) {
  return broken(
    `JSON parse error: Cannot deserialize value of type \`${javaType}\` from ${found} value (token \`JsonToken.${token}\`)`,
  );
}
