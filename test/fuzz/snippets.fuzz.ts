import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { stringifyJson, toNumber } from '../../src/domain/json.ts';
import type { RequestPreview } from '../../src/domain/engine.ts';
import { curl } from '../../src/engines/curl.ts';
import { literal, quoted } from '../../src/engines/literal.ts';
import { pythonLiteral } from '../../src/engines/pythonLiteral.ts';
import { jsonBody } from '../../src/engines/snippet.ts';
import { snippetsOf } from '../../src/engines/snippetsOf.ts';
import { typescriptLiteral } from '../../src/engines/typescriptLiteral.ts';
import { fakeConnection } from '../support/fakeTask.ts';
import { readJson } from '../../src/app/output/readJson.ts';
import { name, oddText } from './arbitraries/oddText.ts';
import { oddJson, oddObject } from './arbitraries/oddJson.ts';
import { fuzz } from './fuzz.ts';

const preview: fc.Arbitrary<RequestPreview> = fc
  .record({
    id: name,
    body: fc.oneof(
      oddObject.map((value) => stringifyJson(value)),
      oddText,
    ),
  })
  .map(({ id, body }) => ({
    method: 'POST',
    url: `http://h/api/tasks/${encodeURIComponent(id.replace(/\p{Surrogate}/gu, ''))}`,
    headers: { 'content-type': 'application/json', 'x-authorization': '$CONDUCTOR_AUTH_TOKEN' },
    body: `{}${body.replace(/\p{Surrogate}/gu, '')}`,
  }));
const engines = fc.constantFrom('conductor', 'cognite', 'xpander');
// No argument of a program holds one, and no body that an engine makes does.
const shellable = preview.filter(({ body = '' }) => !body.includes('\0'));

/** The arguments that a shell hands to curl, for each of several commands. */
function argumentsOf(commands: readonly string[]): readonly (readonly string[])[] {
  const curlInstead = `curl() { for one; do printf '%s\\0' "$one"; done; printf '\\0\\0'; }`;
  const said = execFileSync('sh', ['-c', [curlInstead, ...commands].join('\n')], {
    maxBuffer: 1e8,
  });
  return said
    .toString('utf8')
    .split('\0\0\0')
    .slice(0, -1)
    .map((all) => all.split('\0'));
}

const batch = 50;

export const snippets = [
  fuzz(
    'snippets: a shell hands curl what the request holds',
    fc.array(shellable, { minLength: batch, maxLength: batch }),
    (requests) => {
      const said = argumentsOf(requests.map((request) => curl(request).code));
      assert.equal(said.length, requests.length);
      for (const [index, { method, url, body }] of requests.entries()) {
        const [, sent, address] = said[index] ?? [];
        assert.deepEqual([sent, address], [method, url]);
        assert.equal(said[index]?.at(-1), body);
      }
    },
    { batch },
  ),
  fuzz('snippets: TypeScript holds the value, with every digit', oddJson, (value) => {
    const rawJson = (digits: string) => ({ digits });
    const text = stringifyJson(value);
    const read = runInNewContext(`JSON.stringify(${typescriptLiteral(value)}, (key, one) => one)`, {
      rawJson,
      JSON,
    }) as string;
    assert.equal(read.replace(/\{"digits":"([^"]*)"\}/g, '$1'), text);
  }),
  fuzz('snippets: Python holds the value, with every digit', oddJson, (value) => {
    const words: Readonly<Record<string, string>> = { None: 'null', True: 'true', False: 'false' };
    const python = pythonLiteral(value).replace(
      /"(?:[^"\\]|\\.)*"|None|True|False/gs,
      (found) => words[found] ?? found,
    );
    const read = readJson(python);
    assert.ok(read.kind === 'json', python);
    assert.equal(stringifyJson(read.value), stringifyJson(value));
  }),
  fuzz('snippets: a text in quotes comes back, and shows all its characters', oddText, (text) => {
    assert.equal(JSON.parse(quoted(text)), text);
    assert.doesNotMatch(quoted(text), /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u);
    const plain = {
      indent: ' ',
      words: { null: 'null', true: 'true', false: 'false' },
      number: (digits: string) => digits,
      key: quoted,
    };
    assert.deepEqual(parse(literal({ a: text, b: toNumber('1') }, plain, 0)), { a: text, b: 1 });
  }),
  fuzz(
    'snippets: each SDK has its code, or is left out',
    fc.tuple(engines, preview),
    ([engine, request]) => {
      for (const method of ['POST', 'PATCH']) {
        for (const path of [
          'tasks',
          'agent-execution/x/update',
          'api/v1/projects/p/workflows/tasks/x/update',
        ]) {
          const url = `http://h/${path}`;
          try {
            jsonBody(request);
          } catch (error) {
            assert.ok(error instanceof SyntaxError);
            return;
          }
          const connection = { ...fakeConnection, engine, url: 'http://h' };
          for (const { code, label } of snippetsOf(engine, {
            connection,
            request: { ...request, method, url },
          })) {
            assert.ok(code.endsWith('\n') && label !== '');
          }
        }
      }
    },
  ),
];
