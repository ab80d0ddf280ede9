import { strict as assert } from 'node:assert';

import type { RequestPreview } from '../../../src/domain/engine.ts';
import {
  isJsonObject,
  type Json,
  jsonEquals,
  type JsonObject,
  parseJson,
} from '../../../src/domain/json.ts';
import type { RecordedRequest } from '../../../src/mock/requestLog.ts';

/**
 * Checks that exactly one update arrived and equals the extension's own: the method, each part of
 * the path and the query after decoding, and every value of the body. Code with a comment "Not
 * exact" may lose digits of a fraction, and the wait for the workflow.
 */
export function assertSameRequest(
  recorded: readonly RecordedRequest[],
  request: RequestPreview,
  code: string,
): void {
  const updates = recorded.filter(isUpdate);
  assert.equal(updates.length, 1, `${updates.length} updates arrived`);
  const [sent] = updates;
  assert.ok(sent);
  const url = new URL(request.url);
  const path = /Not exact: without/.test(code) ? url.pathname.replace(/\/sync$/, '') : url.pathname;
  const losesDigits = /Not exact: a float/.test(code);
  const toJson = losesDigits ? (text: string) => JSON.parse(text) as Json : parseJson;
  assert.deepEqual(
    [sent.method, partsOf(sent.path), queryOf(sent.query)],
    [request.method, partsOf(path), queryOf(url.search)],
  );
  const [got, wanted] = [bodyOf(sent.body, toJson), bodyOf(request.body ?? '', toJson)];
  if (!jsonEquals(got, wanted)) assert.fail(`sent:   ${sent.body}\nwanted: ${request.body}`);
}

/** Ignores other requests: SDKs also sign in and read. */
function isUpdate({ method, path }: RecordedRequest): boolean {
  return method !== 'GET' && !path.endsWith('/token');
}

function partsOf(path: string): readonly string[] {
  return path.split('/').map(decodeURIComponent);
}

function queryOf(query: string): readonly (readonly string[])[] {
  return [...new URLSearchParams(query)].toSorted(([a], [b]) => a.localeCompare(b));
}

/** Conductor's TaskResult and its log lines mean the same without these keys and with null. */
const unsaid: Readonly<Record<string, Json>> = {
  callbackAfterSeconds: 0,
  executionMetadata: { additionalContext: {} },
  extendLease: false,
  logs: [],
};

function bodyOf(text: string, toJson: (text: string) => Json): Json | undefined {
  if (text === '') return undefined;
  const body = toJson(text);
  if (!isJsonObject(body) || typeof body['workflowInstanceId'] !== 'string') return body;
  const { logs, ...rest } = withoutUnsaid(body);
  if (!Array.isArray(logs)) return rest;
  const lines = logs.map((line) => (isJsonObject(line) ? withoutUnsaid(line) : line));
  return { ...rest, logs: lines };
}

function withoutUnsaid(object: JsonObject): JsonObject {
  const said = Object.entries(object).filter(
    ([key, value]) => value !== null && !jsonEquals(value, unsaid[key]),
  );
  return Object.fromEntries(said);
}
