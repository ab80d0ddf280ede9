import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { conductorBaseUrl } from '../../../../../src/engines/conductor/connection/conductorBaseUrl.ts';
import { isEngineError } from '../../../../../src/domain/engineError.ts';

test('every way to write the URL leads to the API', () => {
  const table = [
    ['http://h:8080', 'http://h:8080/api'],
    ['http://h:8080/', 'http://h:8080/api'],
    ['http://h:8080/api', 'http://h:8080/api'],
    ['http://h:8080/api/', 'http://h:8080/api'],
    ['http://h:8080//', 'http://h:8080/api'],
    ['https://h/prefix', 'https://h/prefix/api'],
    ['https://h/prefix/', 'https://h/prefix/api'],
    ['https://h/prefix/api', 'https://h/prefix/api'],
    ['https://h/my-api', 'https://h/my-api/api'],
    [' http://h:80/x?a=1#/workflows ', 'http://h/x/api'],
    ['http://[::1]:8080', 'http://[::1]:8080/api'],
  ] as const;
  for (const [given, base] of table) assert.equal(conductorBaseUrl(given), base);
});

test('an invalid URL, or one with a password, is rejected', () => {
  for (const url of ['', 'localhost:8080', 'ftp://h', 'h', 'http://', 'http://me:secret@h']) {
    assert.throws(
      () => conductorBaseUrl(url),
      (error) => isEngineError(error, 'invalid') && !error.message.includes('secret'),
    );
  }
});
