import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLoopback, problemOfAddress } from '../../../src/domain/address.ts';

/** Each is read by `new URL` as an address, most of them as one at evil.example. */
const refused: readonly (readonly [form: string, text: string, message: RegExp])[] = [
  ['one slash', 'https:/evil.example/token', /must begin with/],
  ['no slash', 'https:evil.example/token', /must begin with/],
  ['three slashes', 'https:///evil.example/token', /not a complete address/],
  ['backslashes', 'https:\\\\evil.example\\token', /backslash/],
  ['a backslash after the host', 'https://evil.example\\@cluster.example/', /backslash/],
  ['a tab in the scheme', 'ht\ttps://evil.example/', /space, control character or backslash/],
  ['a newline in the scheme', 'https:\n//evil.example/', /space, control character or backslash/],
  ['a tab in the host', 'https://ev\til.example/', /space, control character or backslash/],
  ['a control character before it', '\u0001https://evil.example/', /control character/],
  ['an invisible character in the host', 'https://ev\u00adil.example/', /space/],
  ['a space before it', ' https://evil.example/', /space/],
  ['a space in the path', 'https://evil.example/a b', /space/],
  ['a user name', 'https://cluster.example@evil.example/', /user name or password/],
  ['a user name and a password', 'https://a:b@evil.example/', /user name or password/],
  ['an empty user name', 'https://@evil.example/', /user name or password/],
  ['another scheme', 'ftp://evil.example/', /must begin with/],
  ['a scheme without a host', 'https://', /not a complete address/],
  ['a path alone', '//evil.example/', /must begin with/],
  ['an impossible port', 'https://evil.example:99999/', /not a complete address/],
  ['a fragment', 'https://evil.example/#x', /before any \? or #/],
  ['nothing', '', /must begin with/],
];
for (const [form, text, message] of refused) {
  test(`an address with ${form} is refused`, () => {
    assert.match(problemOfAddress(text) ?? '', message);
  });
}

test('an address as people have it is accepted', () => {
  for (const text of [
    'https://login.example/oauth2/v2.0/token',
    'https://login.example/token?p=policy',
    'HTTPS://Login.Example/Token',
    'http://localhost:8080/api',
    'https://gateway.example:8443/a@b',
    'http://[::1]:4000/',
    'https://bücher.example/',
  ]) {
    assert.equal(problemOfAddress(text), undefined, text);
  }
});

test('this machine has several names', () => {
  const named = (host: string) => isLoopback(new URL(`http://${host}/`));
  for (const host of [
    'localhost',
    'LOCALHOST:1',
    '127.0.0.1',
    '127.9.9.9',
    '2130706433',
    '[::1]',
  ]) {
    assert.equal(named(host), true, host);
  }
  for (const host of ['127.evil.example', 'localhost.evil.example', '128.0.0.1', '[::2]']) {
    assert.equal(named(host), false, host);
  }
});
