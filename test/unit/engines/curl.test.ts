import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { curl } from '../../../src/engines/curl.ts';

const unseen = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/** The arguments that a POSIX shell hands to curl. */
function argumentsOf(code: string): readonly string[] {
  const curlInstead = `curl() { for one; do printf '%s\\0' "$one"; done; }`;
  const said = execFileSync('sh', ['-c', `${curlInstead}\n${code}`]).toString('utf8');
  return said.split('\0').slice(0, -1);
}

for (const [name, body] of [
  ['direction marks', '{"reason":"a\u202etsoc ,DELIAF \u202d","b":"\u2066x\u2069\u061c"}'],
  ['control characters of the upper set', '{"reason":"a\u0085b\u009b31mc\u007f"}'],
  ['characters without width', '{"reason":"pay\u200bment\ufeff"}'],
  ['such beside quotes and backslashes', `{"it's":"\u202e'\\n\\\\\u202e%s%%"}`],
] as const) {
  test(`a copied command shows no ${name}, and sends the same bytes`, () => {
    const { code } = curl({ method: 'POST', url: 'http://x/y', headers: { a: 'b' }, body });

    assert.doesNotMatch(code.replaceAll('\n', ''), unseen);
    assert.equal(argumentsOf(code).at(-1), body);
  });
}
