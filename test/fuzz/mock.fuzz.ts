import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { stringifyJson } from '../../src/domain/json.ts';
import { parseCommandLine } from '../../src/mock/commandLine.ts';
import { evaluate } from '../../src/mock/conductor/script/evaluate.ts';
import { parseQuery } from '../../src/mock/conductor/search/parseQuery.ts';
import { createMock } from '../../src/mock/mock.ts';
import { createPattern } from '../../src/mock/pattern.ts';
import { mutated } from './arbitraries/mutated.ts';
import { jsonText } from './arbitraries/oddJson.ts';
import { oddText, repeated, textOf } from './arbitraries/oddText.ts';
import { fuzz, fuzzAsync } from './fuzz.ts';

const rules = [
  {
    path: '/api/workflow',
    method: 'GET',
    count: 2,
    fault: { kind: 'status', status: 503, body: '{}' },
  },
  { fault: { kind: 'latency', ms: 0 } },
  { path: '^/a$|.*b[^/]+', count: 0, fault: { kind: 'stale', writes: 1 } },
  [{ fault: { kind: 'truncated' } }, { fault: { kind: 'loginPage' } }],
  { advanceMs: 5 },
];
const body = fc.oneof(
  mutated(rules).map((value) => stringifyJson(value)),
  jsonText,
  oddText,
);
const control = fc.tuple(
  fc.constantFrom('GET', 'POST', 'DELETE'),
  fc.constantFrom('/requests', '/reset', '/clock', '/faults', '/__proto__', '/constructor', ''),
  body,
);
const pattern = textOf(['^', '$', '|', '.*', '[^/]+', 'a', 'b', '/'], 8);
const script = textOf(
  [
    'a',
    '==',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    'if',
    'else',
    'return',
    "'x'",
    '1',
    '.',
    '? ',
    ':',
    '=',
    'var ',
  ],
  10,
);

/** What a regular expression says, or nothing where it has signs that a pattern lacks. */
function expected(source: string, text: string): boolean | undefined {
  try {
    const signs = source.replaceAll('.*', '').replaceAll('[^/]+', '');
    // A dot stands for itself here, and any text includes line breaks.
    const plain = source
      .split('|')
      .map((one) => one.replace(/\.(?!\*)/g, '\\.').replaceAll('/', '\\/'));
    if (/[?+()[\]{}\\*]/.test(signs) || /[^]\^|\$[^|]/.test(source)) return undefined;
    return plain.some((one) => new RegExp(one, 's').test(text));
  } catch {
    return undefined;
  }
}

async function answerOf(mock: ReturnType<typeof createMock>, request: Request): Promise<number> {
  try {
    return (await mock.fetch(request)).status;
  } catch (error) {
    assert.equal((error as Error).name, 'ConnectionCut', String((error as Error).stack));
    return 0;
  }
}

const server = createMock({ seed: 'empty', now: () => 0 });

export const mock = [
  fuzzAsync(
    'mock: its control path refuses what it does not know, and serves on',
    fc.array(control, { maxLength: 3 }),
    async (asked) => {
      for (const [method, path, text] of asked) {
        const request = new Request(`http://mock/__mock__${path}`, {
          method,
          ...(method === 'POST' ? { body: text } : {}),
        });
        const response = await server.fetch(request);
        assert.ok([200, 204, 400, 404].includes(response.status), String(response.status));
        if (response.status === 400) {
          const { error } = (await response.json()) as { error: string };
          assert.doesNotMatch(error, /is not a function|undefined|Cannot read/);
        }
        await answerOf(server, new Request('http://mock/api/workflow/search?query='));
      }
      await server.fetch(new Request('http://mock/__mock__/reset', { method: 'POST' }));
      assert.equal(await answerOf(server, new Request('http://mock/api/version')), 200);
    },
  ),
  fuzz(
    'mock: a pattern matches as its regular expression does',
    fc.tuple(pattern, textOf(['a', 'b', '/', '.'])),
    ([source, text]) => {
      try {
        const found = createPattern(source)(text);
        const wanted = expected(source, text);
        if (wanted !== undefined) assert.equal(found, wanted);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        assert.match(error.message, /^A pattern /);
      }
    },
    {
      growth: {
        pieces: ['a', '.*', '[^/]+', '|', 'a.*', 'ab|'],
        longest: 1 << 12,
        run: (text) => createPattern(text.slice(0, 2_000))('a/'.repeat(32)),
      },
    },
  ),
  fuzz(
    'mock: its command line, whatever the words',
    fc.array(
      fc.oneof(
        fc.constantFrom(
          '--port',
          '--seed',
          '--orkes',
          '1',
          'demo',
          'a:b',
          '--port=1',
          '--no-index',
          'constructor',
          '__proto__',
          'toString',
        ),
        oddText,
      ),
      { maxLength: 4 },
    ),
    (words) => {
      const parsed = parseCommandLine(words);
      if (parsed.kind === 'bad') assert.match(parsed.message, /; usage: /);
      else
        for (const word of words)
          assert.ok(
            word.startsWith('-') ||
              !['constructor', 'toString', '__proto__'].includes(words[0] ?? ''),
          );
    },
  ),
  fuzz(
    'mock: a script gives a value, or an error of JavaScript',
    script,
    (source) => {
      try {
        stringifyJson(evaluate(source, { a: { b: 1 } }) as never);
      } catch (error) {
        assert.ok(
          error instanceof SyntaxError ||
            error instanceof TypeError ||
            error instanceof ReferenceError,
          String(error),
        );
      }
    },
    { growth: { pieces: repeated, longest: 1 << 15, run: (text) => evaluate(text, {}) } },
  ),
  fuzz(
    'mock: a search query, whatever it asks',
    textOf(['workflowType', '=', ' AND ', 'IN', '(', ')', 'startTime>', '1', ',', '"']),
    (query) => {
      try {
        parseQuery(query, new Set(['workflowType', 'startTime']), { stripQuotes: /["'()]/g });
      } catch (error) {
        assert.match(String((error as { status?: number }).status), /400|500/);
      }
    },
    {
      growth: {
        pieces: [...repeated, 'aIN', ' AND '],
        run: (text) => parseQuery(text, new Set(), { stripQuotes: /["'()]/g }),
      },
    },
  ),
];
