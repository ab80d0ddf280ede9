import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../../../src/domain/engineError.ts';
import { signInWithCredentials } from '../../../../../src/engines/cognite/connection/signInWithCredentials.ts';
import { signInWithMicrosoft } from '../../../../../src/engines/cognite/connection/signInWithMicrosoft.ts';
import { signInWithToken } from '../../../../../src/engines/cognite/connection/signInWithToken.ts';
import {
  checkedTokenUrl,
  requestToken,
} from '../../../../../src/engines/cognite/connection/requestToken.ts';
import type { HttpRequest, Send } from '../../../../../src/http/httpRequest.ts';

const tokenUrl = 'https://login/t/token';

/** Client credentials at an endpoint that numbers its tokens; each token lasts 1000 seconds. */
function credentials(answer: (count: number) => unknown = numbered) {
  const state = {
    now: 0,
    secret: 's1' as string | undefined,
    requests: [] as HttpRequest<unknown>[],
  };
  const send: Send = async (request) => {
    state.requests.push(request);
    const body = answer(state.requests.length);
    if (body instanceof Error) throw body;
    return request.parse({ status: 200, headers: {}, text: JSON.stringify(body) });
  };
  const settings = { tokenUrl, clientId: 'id', scope: 'a b', audience: undefined };
  const signIn = signInWithCredentials({
    settings,
    send,
    secret: async () => state.secret,
    now: () => state.now,
  });
  return { state, signIn };
}

function numbered(count: number): unknown {
  return { access_token: `t${count}`, expires_in: 1000 };
}

test('a pasted token may include its scheme and spaces', async () => {
  for (const secret of ['abc', ' abc\n', 'Bearer abc', 'bearer  abc']) {
    assert.equal(await signInWithToken(async () => secret).token(), 'abc');
  }
  for (const secret of [undefined, '', '  ', 'Bearer ', 'two words', 'a\nb', 'ä']) {
    await assert.rejects(signInWithToken(async () => secret).token(), {
      kind: 'auth',
      nothingApplied: true,
    });
  }
});

test('the token request is a form with the credentials in its body', () => {
  const request = requestToken({
    tokenUrl: 'https://login/t/token?p=1',
    clientId: 'i&d',
    clientSecret: 's=1',
    scope: 'a b',
    audience: 'aud',
  });
  assert.equal(request.path, 't/token?p=1');
  assert.equal(request.headers?.['content-type'], 'application/x-www-form-urlencoded');
  assert.deepEqual(request.body, {
    kind: 'text',
    text: 'grant_type=client_credentials&client_id=i%26d&client_secret=s%3D1&scope=a+b&audience=aud',
  });
});

test('a client secret travels encrypted, except on this machine', () => {
  for (const url of [
    'https://login/x',
    'http://localhost:1/x',
    'http://127.0.0.1/x',
    'http://[::1]/x',
  ]) {
    assert.equal(checkedTokenUrl(url).href, url);
  }
  for (const url of [
    'http://login/x',
    'login',
    '',
    'https://me:pw@login/x',
    'http://127.evil.com/',
  ]) {
    assert.throws(() => checkedTokenUrl(url), /must be an https address/, url);
  }
});

test('a token URL of an odd form is refused before any request', () => {
  for (const url of [
    'https:/evil/x',
    'https:evil/x',
    'https:\\\\evil\\x',
    'ht\ttps://evil/x',
    'https:\n//evil/x',
    'https://ev\til/x',
    'https://login\\@evil/x',
    'https://@evil/x',
    'https://evil/x#login',
  ]) {
    assert.throws(() => checkedTokenUrl(url), { kind: 'invalid', nothingApplied: true }, url);
  }
});

test('one token serves until shortly before its end', async () => {
  const { state, signIn } = credentials();
  assert.equal(await signIn.token(), 't1');
  state.now = 939_999;
  assert.equal(await signIn.token(), 't1');
  state.now = 940_000;
  assert.equal(await signIn.token(), 't2');
});

test('a short-lived token is not renewed for every request', async () => {
  const { state, signIn } = credentials((count) => ({
    access_token: `t${count}`,
    expires_in: '20',
  }));
  await signIn.token();
  state.now = 9_999;
  assert.equal(await signIn.token(), 't1');
  state.now = 10_000;
  assert.equal(await signIn.token(), 't2');
});

test('concurrent requests share one token request', async () => {
  const { state, signIn } = credentials();
  const tokens = await Promise.all([signIn.token(), signIn.token(), signIn.token()]);
  assert.deepEqual(tokens, ['t1', 't1', 't1']);
  assert.equal(state.requests.length, 1);
});

test('a rejected token is dropped, a newer one is kept', async () => {
  const { signIn } = credentials();
  await signIn.token();
  assert.equal(signIn.refused('t1'), true);
  assert.equal(await signIn.token(), 't2');
  signIn.refused('t1');
  assert.equal(await signIn.token(), 't2');
});

test('another secret gets another token, and a missing secret is reported', async () => {
  const { state, signIn } = credentials();
  await signIn.token();
  state.secret = 's2';
  assert.equal(await signIn.token(), 't2');
  state.secret = undefined;
  await assert.rejects(signIn.token(), /No client secret was entered/);
});

test('a failed sign-in names the host and proves that nothing was sent', async () => {
  const timeout = new EngineError('timeout', 'It did not answer.', { nothingApplied: false });
  const { state, signIn } = credentials((count) => (count === 1 ? timeout : numbered(count)));
  await assert.rejects(signIn.token(), {
    kind: 'timeout',
    nothingApplied: true,
    message: 'Signing in at login failed. It did not answer.',
  });
  assert.equal(await signIn.token(), 't2', 'a failure is not kept');
  assert.equal(state.requests.length, 2);
});

test('the Microsoft account is asked for the scopes of the cluster and its tenant', async () => {
  const asked: (readonly string[])[] = [];
  const signIn = (token: string | undefined) =>
    signInWithMicrosoft(
      { scope: 'https://c/.default  offline', tenant: 'contoso' },
      async (scopes) => {
        asked.push(scopes);
        return token;
      },
    );
  assert.equal(await signIn('m').token(), 'm');
  assert.deepEqual(asked, [['https://c/.default', 'offline', 'VSCODE_TENANT:contoso']]);
  await assert.rejects(signIn(undefined).token(), { kind: 'auth', nothingApplied: true });
});
