import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { answerError } from '../../../src/http/answerError.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const explain = () => ({ reason: 'because' });
const of = (status: number, text = '{}', headers: Record<string, string> = {}) =>
  answerError({ status, headers, text }, explain, now);

test('every status has its kind, and only a refusal proves that nothing was applied', () => {
  const table = [400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 429, 500, 501, 502, 503];
  assert.deepEqual(
    table.map((status) => [status, of(status).kind, of(status).nothingApplied]),
    [
      [400, 'invalid', true],
      [401, 'auth', true],
      [403, 'forbidden', true],
      [404, 'notFound', true],
      [405, 'unsupported', true],
      [408, 'timeout', false],
      [409, 'conflict', true],
      [410, 'notFound', false],
      [413, 'tooLarge', true],
      [415, 'invalid', true],
      [422, 'invalid', true],
      [429, 'rateLimited', true],
      [500, 'unavailable', false],
      [501, 'unsupported', false],
      [502, 'unavailable', false],
      [503, 'unavailable', false],
    ],
  );
});

test('the message holds the reason in one line of bounded length', () => {
  assert.equal(of(409).message, 'The server answered 409: because');
  assert.equal(of(409, '').message, 'The server answered 409');
  assert.equal(of(400, 'plain\n  text').message, 'The server answered 400: plain text');
  const long = of(400, 'x'.repeat(5_000)).message;
  assert.ok(long.length < 700 && long.endsWith('…'));
});

test('a rejection proves that nothing was applied, and is told with its reason', () => {
  const statuses = [402, 406, 407, 411, 412, 413, 414, 415, 416, 417, 421, 423, 424, 425, 426, 428];
  for (const status of [...statuses, 431, 451]) {
    const error = of(status);
    assert.equal(error.nothingApplied, true, String(status));
    const said = new RegExp(`^The server answered ${status} \\([a-z -]+\\): because$`);
    assert.match(error.message, said);
    assert.notEqual(error.kind, 'conflict', 'nobody else changed the task');
  }
  const page = of(413, '<html><title>Request Entity Too Large</title>');
  assert.deepEqual([page.kind, page.nothingApplied], ['tooLarge', true]);
  assert.equal(
    page.message,
    'The server answered 413 (the request is too large) with a web page ("Request Entity Too Large"), not with data.',
  );
});

test('a redirect that repeats the method was applied nowhere, and hides what may be secret', () => {
  const to = (location: string, status = 307) => of(status, '', { location });
  for (const status of [307, 308]) assert.equal(to('/a', status).nothingApplied, true);
  for (const status of [300, 301, 302, 303, 304])
    assert.equal(to('/a', status).nothingApplied, false);
  const table: Readonly<Record<string, string>> = {
    'https://ann:hush@elsewhere/a/b?token=hush#hush': ' to https://elsewhere/a/b',
    '//ann:hush@elsewhere/a': ' to //elsewhere/a',
    '\\\\ann:hush@elsewhere/a': ' to //elsewhere/a',
    '/login?token=hush': ' to /login',
    'data:text/plain,hush': '',
    'http://[hush': '',
  };
  for (const [location, where] of Object.entries(table)) {
    assert.equal(
      to(location).message,
      `The server answered 307, a redirect${where}, which is not followed: is the URL right, and are you signed in?`,
    );
  }
});

test('Retry-After is read as seconds or as a date', () => {
  const wait = (value: string) => of(429, '', { 'retry-after': value }).retryAfterMs;
  assert.equal(wait('3'), 3_000);
  assert.equal(wait('0.5'), 500);
  assert.equal(wait('Thu, 01 Jan 2026 00:00:07 GMT'), 7_000);
  assert.equal(wait('Wed, 31 Dec 2025 00:00:00 GMT'), 0);
  assert.equal(wait('soon'), undefined);
});

test('a date in Retry-After counts from the server’s own time, where it says it', () => {
  const moment = (ms: number) => new Date(now + ms).toUTCString();
  const wait = (retryAfter: string, date: string) =>
    of(429, '', { 'retry-after': retryAfter, date }).retryAfterMs;
  assert.equal(wait(moment(-3_590_000), moment(-3_600_000)), 10_000);
  assert.equal(wait(moment(3_610_000), moment(3_600_000)), 10_000);
  assert.equal(wait('7', moment(3_600_000)), 7_000);
  assert.ok((wait(moment(10_000), 'no date') ?? 0) > 9_000);
});
