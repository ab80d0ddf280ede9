import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { redact } from '../../../src/http/redact.ts';

test('what looks like a secret is hidden', () => {
  const table = [
    ['http://user:pass@host/x', 'http://•••@host/x'],
    ['Authorization: Bearer abc.def-123', 'Authorization: •••'],
    ['sent Bearer abcdefgh12345', 'sent Bearer •••'],
    ['{"X-Authorization":"abc","a":1}', '{"X-Authorization":"•••","a":1}'],
    ['?token=abc&x=1', '?token=•••&x=1'],
    ['client_secret=abc;', 'client_secret=•••;'],
    ['keySecret: "abc"', 'keySecret: "•••"'],
    ['api-key=abc password=def', 'api-key=••• password=•••'],
    ['jwt eyJhbGciOi.eyJzdWIi.sig here', 'jwt ••• here'],
    ['a token cut off: eyJhbGciOi', 'a token cut off: •••'],
  ] as const;
  for (const [text, hidden] of table) assert.equal(redact(text), hidden);
});

test('ordinary words stay', () => {
  const text = 'The token was not found, the secretary said at http://host:8080/api?x=a@b';
  assert.equal(redact(text), text);
});

test('the values just sent are hidden wherever they occur, unless they are too short', () => {
  assert.equal(redact('got s3cr3t-value back', ['s3cr3t-value', 'got']), 'got ••• back');
});

test('a value is hidden as an address, a form and a JSON text spell it, whatever is in it', () => {
  const secret = 's3cret a/b+"c"\ud800';
  const text = [
    encodeURIComponent(secret.replace('\ud800', '\ufffd')),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret),
  ].join(' | ');
  assert.equal(redact(text, [secret]), '••• | ••• | "•••"');
});
