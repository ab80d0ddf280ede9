import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestText } from '../../../../src/host/review/requestText.ts';

const subject = { connection: 'Shop', workflow: 'loan', task: 'approve' };
const headers = { authorization: 'Bearer $CDF_TOKEN', 'content-type': 'application/json' };

test('a request is shown as it is sent, its JSON with line breaks and every digit', () => {
  const body = '{"output":{"amount":12345678901234567890}}';
  const text = requestText({ method: 'POST', url: 'https://x/api', headers, body }, subject);

  assert.ok(
    text.endsWith(`
POST https://x/api
authorization: Bearer $CDF_TOKEN
content-type: application/json

{
  "output": {
    "amount": 12345678901234567890
  }
}
`),
    text,
  );
  assert.match(text, /^# task: approve$/m);
});

test('a body that is no JSON stands as it is, and none leaves no trace', () => {
  const request = { method: 'DELETE', url: 'https://x', headers: {} };

  assert.ok(requestText({ ...request, body: 'a b' }, subject).endsWith('\n\na b\n'));
  assert.ok(requestText(request, subject).endsWith('\n\nDELETE https://x\n'));
});

test('names cannot end a comment', () => {
  const text = requestText(
    { method: 'GET', url: 'https://x', headers: {} },
    { ...subject, task: 'a\nPOST https://evil' },
  );

  assert.match(text, /^# task: a POST https:\/\/evil$/m);
});
