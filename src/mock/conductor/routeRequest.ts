import type { Json, JsonObject } from '../json.ts';
import type { Engine } from './engine.ts';
import { asList, asMap, asObject } from './read/javaFields.ts';
import { parseBody } from './read/parseBody.ts';
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

/** The decoded value of a variable in the route's path. */
export function pathOf(request: RouteRequest, name: string): string {
  return request.path[name] ?? '';
}

/** The body as a JSON object. @throws {ServerError} 500 for anything else, as Spring does */
export function readMap(request: RouteRequest, signature: string): JsonObject {
  return asMap(readBody(request, signature, 'object'));
}

/** The body as a JSON object, which the server reads into the class `javaType`. */
export function readObject(request: RouteRequest, signature: string, javaType: string): JsonObject {
  return asObject(javaType)(readBody(request, signature, 'object'));
}

/** The body as a JSON array with unchecked items. */
export function readList(request: RouteRequest, signature: string, itemType: string): Json[] {
  return asList(itemType)(readBody(request, signature, 'array'));
}

/** The body as text. */
export function readText(request: RouteRequest, signature: string): string {
  if (request.body === '') throw missing(signature);
  return request.body;
}

/** A parameter; the server joins repeated ones with a comma. */
export function queryText(request: RouteRequest, name: string): string | undefined {
  const values = request.query.getAll(name);
  return values.length === 0 ? undefined : values.join(',');
}

/** @throws {ServerError} 500 unless the parameter is a whole number of 32 bits */
export function queryInt(
  request: RouteRequest,
  name: string,
  fallback: number,
  javaType = 'int',
): number {
  const text = request.query.get(name);
  if (text === null || text === '') return fallback;
  const digits = text.trim();
  if (digits === '' && javaType !== 'int') return fallback;
  const largest = javaType === 'java.lang.Long' ? Number.MAX_SAFE_INTEGER : maximumInt;
  if (/^[-+]?\d+$/.test(digits) && Math.abs(Number(digits)) <= largest) return Number(digits);
  throw notConverted(name, javaType, `For input string: "${digits}"`);
}

const maximumInt = 2_147_483_647;

export function optionalInt(
  request: RouteRequest,
  name: string,
  javaType = 'java.lang.Integer',
): number | undefined {
  const text = request.query.get(name);
  if (text === null || text.trim() === '') return undefined;
  return queryInt(request, name, 0, javaType);
}

/** A number in the path. @throws {ServerError} 500 for anything else */
export function pathInt(request: RouteRequest, name: string): number {
  const text = pathOf(request, name);
  if (/^[-+]?\d+$/.test(text)) return Number(text);
  throw notConverted(name, 'java.lang.Integer', `For input string: "${text}"`);
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'on', 'yes', '1'].map((text) => [text, true] as const),
  ...['false', 'off', 'no', '0'].map((text) => [text, false] as const),
]);

/** @throws {ServerError} 500 for what is no boolean */
export function queryFlag(request: RouteRequest, name: string, fallback: boolean): boolean {
  const text = request.query.get(name);
  if (text === null || text === '') return fallback;
  const flag = flags.get(text.toLowerCase());
  if (flag === undefined) throw notConverted(name, 'boolean', `Invalid boolean value [${text}]`);
  return flag;
}

/** One of the names of an enum. @throws {ServerError} 500 for any other */
export function queryEnum<T extends string>(
  request: RouteRequest,
  name: string,
  { names, javaType }: { readonly names: readonly T[]; readonly javaType: string },
): T | undefined {
  const text = request.query.get(name);
  if (text === null || text === '') return undefined;
  const known = names.find((one) => one === text);
  if (known !== undefined) return known;
  const annotated = `@org.springframework.web.bind.annotation.RequestParam ${javaType}`;
  const cause = `Failed to convert from type [java.lang.String] to type [${annotated}] for value [${text}]`;
  throw notConverted(name, javaType, cause);
}

function notConverted(name: string, javaType: string, cause: string) {
  return broken(
    `Method parameter '${name}': Failed to convert value of type 'java.lang.String' to required type '${javaType}'; ${cause}`,
  );
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
  if (!type.includes('/')) throw broken(`Invalid mime type "${type}": does not contain '/'`);
  const charset = contentType === null || /charset=/i.test(type) ? '' : ';charset=UTF-8';
  throw broken(`Content-Type '${type}${charset}' is not supported`);
}

function missing(signature: string) {
  return broken(`Required request body is missing: ${signature}`);
}
