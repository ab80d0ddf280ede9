import assert from 'node:assert/strict';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { isEngineError } from '../../src/domain/engineError.ts';
import { explainCognite } from '../../src/engines/cognite/connection/explainCognite.ts';
import { explainConductor } from '../../src/engines/conductor/connection/explainConductor.ts';
import { explainXpander } from '../../src/engines/xpander/connection/explainXpander.ts';
import { explainToken } from '../../src/engines/cognite/connection/requestToken.ts';
import { decodeBody } from '../../src/http/decodeBody.ts';
import { isWebPage, pageTitle } from '../../src/http/isWebPage.ts';
import { readAnswer } from '../../src/http/readAnswer.ts';
import { redact } from '../../src/http/redact.ts';
import { retryAfterMs } from '../../src/http/retryAfterMs.ts';
import { parseJson } from '../../src/domain/json.ts';
import type { HttpRequest } from '../../src/http/httpRequest.ts';
import { jsonText } from './arbitraries/oddJson.ts';
import { garbled, oddText, repeated, textOf, wellFormed } from './arbitraries/oddText.ts';
import { fuzz, fuzzAsync } from './fuzz.ts';

const explains = [explainConductor, explainCognite, explainXpander, explainToken];
const errorBodies = [
  '{"status":500,"message":"no","instance":"host","retryable":false}',
  '{"status":400,"message":"bad","validationErrors":[{"path":"a.b","message":"must not be null"}]}',
  '{"timestamp":1,"status":404,"error":"Not Found","path":"/x"}',
  '{"error":{"code":403,"message":"Forbidden","missing":[{"id":"a"}],"duplicated":[{"id":1}]}}',
  '{"detail":[{"loc":["body","a",0],"msg":"field required"}]}',
  '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret."}',
  '<!doctype html><html><head><title>Sign in</title></head><body></body></html>',
];
const body = fc.oneof(
  garbled(errorBodies),
  jsonText,
  textOf(['<html>', '<title>', '</title>', '<!doctype html>', 'a']),
);
const header = fc.oneof(fc.constantFrom('text/html', 'application/json', '3', '0'), oddText);
const answer = fc.record({
  status: fc.oneof(fc.constantFrom(200, 204, 302, 400, 401, 404, 409, 429, 500), fc.nat(999)),
  headers: fc.dictionary(
    fc.constantFrom('content-type', 'location', 'retry-after', 'date'),
    fc.oneof(header, fc.webUrl({ withQueryParameters: true, withFragments: true })),
  ),
  text: body,
});
const request: HttpRequest<unknown> = {
  method: 'GET',
  path: 'x',
  idempotent: true,
  parse: ({ text }) => parseJson(text),
};

const charset = fc.constantFrom(
  'utf-8',
  'iso-8859-1',
  'utf-16le',
  'gbk',
  'x-unknown',
  'hz-gb-2312',
);
const packed = fc.constantFrom(gzipSync, deflateSync, deflateRawSync, (bytes: Uint8Array) => bytes);

export const answers = [
  fuzz(
    'answers: an error of one sentence, whatever a server answers',
    fc.tuple(answer, fc.constantFrom(...explains)),
    ([given, explain]) => {
      try {
        readAnswer(request, given, { explain, clock: { now: () => 0 } });
        assert.ok(given.status >= 200 && given.status < 300);
      } catch (error) {
        assert.ok(isEngineError(error), String(error));
        assert.match(error.message, /^The server('s answer)? /);
        assert.ok(error.message.length < 900);
        assert.ok(error.retryAfterMs === undefined || error.retryAfterMs >= 0);
      }
    },
    {
      growth: {
        pieces: repeated,
        frames: [
          ['', ''],
          ['<title', ''],
          ['{"message":"', '"}'],
          ['{"detail":[{"msg":"', '"}]}'],
        ],
        run: (text) => {
          const given = { status: 400, headers: { location: text, 'retry-after': text }, text };
          for (const explain of explains) {
            for (const status of [400, 302]) {
              try {
                readAnswer(request, { ...given, status }, { explain, clock: { now: () => 0 } });
              } catch {
                // The error is expected.
              }
            }
          }
        },
      },
    },
  ),
  fuzz(
    'web pages: the title, and no markup',
    body,
    (text) => {
      const title = pageTitle(text);
      assert.ok(
        title === undefined || (title !== '' && !title.includes('<') && text.includes(title)),
      );
      isWebPage({ status: 200, headers: {}, text });
    },
    {
      growth: {
        pieces: repeated,
        frames: [
          ['', ''],
          ['<title', ''],
          ['<title>', ''],
        ],
        run: pageTitle,
      },
    },
  ),
  fuzzAsync(
    'bodies: the text in its charset, or a TransportError',
    fc.record({
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        body.map((text) => new TextEncoder().encode(text)),
      ),
      pack: packed,
      coding: fc.oneof(
        fc.constantFrom('gzip', 'deflate', 'identity', 'br', 'gzip, deflate'),
        oddText,
      ),
      type: fc.oneof(
        charset.map((label) => `application/json; charset=${label}`),
        oddText,
      ),
      forPeople: fc.boolean(),
    }),
    async ({ bytes, pack, coding, type, forPeople }) => {
      const given = Buffer.from(pack(bytes));
      try {
        const text = await decodeBody(given, coding, 10_000, { contentType: type, forPeople });
        assert.ok(
          forPeople || !text.includes('\ufffd') || Buffer.from(bytes).includes('\ufffd'),
          text,
        );
      } catch (error) {
        assert.equal((error as Error).name, 'TransportError');
      }
    },
  ),
  fuzzAsync(
    'bodies: a text comes back from its bytes, packed or not',
    fc.tuple(
      oddText.filter((text) => wellFormed(text) === text && !text.startsWith('\ufeff')),
      fc.constantFrom(['gzip', gzipSync] as const, ['deflate', deflateSync] as const),
    ),
    async ([text, [coding, pack]]) => {
      const bytes = Buffer.from(text, 'utf8');
      assert.equal(await decodeBody(bytes, undefined, 1_000), text);
      assert.equal(await decodeBody(pack(bytes), coding, 1_000), text);
      const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
      assert.equal(await decodeBody(wide, 'none', 1_000), text);
    },
  ),
  fuzz(
    'Retry-After: a pause, or none',
    fc.tuple(
      fc.oneof(
        header,
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      ),
      fc.nat(),
    ),
    ([text, now]) => {
      const wait = retryAfterMs(text, now);
      assert.ok(wait === undefined || wait >= 0, String(wait));
    },
    { growth: { pieces: repeated, run: (text) => retryAfterMs(text, 0) } },
  ),
  fuzz(
    'redaction: no secret stays, in any spelling',
    fc.tuple(
      fc
        .string({ unit: 'grapheme', minLength: 6, maxLength: 20 })
        .filter((text) => !text.includes('•')),
      oddText,
      oddText,
    ),
    ([secret, before, after]) => {
      for (const written of [secret, encodeURIComponent(secret), JSON.stringify(secret)]) {
        const text = redact(before + written + after, [secret]);
        assert.ok(!text.includes(secret), text);
      }
      assert.ok(
        !redact(`${before} authorization: Bearer abcdefghi ${after}`).includes('abcdefghi'),
      );
    },
    {
      growth: {
        pieces: repeated,
        frames: [
          ['', ''],
          ['token', ''],
        ],
        run: (text) => redact(text),
      },
    },
  ),
];
