import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { curlText } from '../../../src/host/journal/curlText.ts';

/** What a shell makes of the command, with a curl that only says what it was called with. */
function calledWith(
  command: string,
  env: Readonly<Record<string, string>> = {},
): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const said = execFileSync('sh', ['-c', script], { env, encoding: 'utf8' });
  return said.split('\0').slice(0, -1);
}

test('a shell calls curl with the request as it was, and puts the secret in itself', () => {
  const body = `{"a":"it's \\"x\\" $HOME \`id\`","n":12345678901234567890,"t":"ä🙂\\n"}`;
  const command = curlText({
    method: 'POST',
    url: "https://x/api/tasks/it's%20one?a=1&b=$(id)",
    headers: {
      'Content-Type': 'application/json',
      Authorization: 'Bearer $CDF_TOKEN',
      'X-Odd': 'it\'s "$home" $(id)',
    },
    body,
  });

  assert.deepEqual(calledWith(command, { CDF_TOKEN: 'a "secret" $x' }), [
    '--request',
    'POST',
    "https://x/api/tasks/it's%20one?a=1&b=$(id)",
    '--header',
    'Content-Type: application/json',
    '--header',
    'Authorization: Bearer a "secret" $x',
    '--header',
    'X-Odd: it\'s "$home" $(id)',
    '--data-raw',
    body,
  ]);
});

test('a request without a body has none', () => {
  const command = curlText({ method: 'POST', url: 'http://x', headers: {} });

  assert.equal(command, "curl --request POST 'http://x'");
});
