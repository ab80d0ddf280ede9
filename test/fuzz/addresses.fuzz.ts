import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { bindSecret, isBoundTo } from '../../src/app/connections/bindSecret.ts';

import {
  isUnencrypted,
  parseAddress,
  problemOfServer,
  problemOfAddress,
} from '../../src/domain/address.ts';
import { isEngineError } from '../../src/domain/engineError.ts';
import { cogniteAddress } from '../../src/engines/cognite/connection/cogniteAddress.ts';
import {
  problemOfScope,
  problemOfTenant,
} from '../../src/engines/cognite/connection/microsoftScope.ts';
import { checkedTokenUrl } from '../../src/engines/cognite/connection/requestToken.ts';
import { conductorBaseUrl } from '../../src/engines/conductor/connection/conductorBaseUrl.ts';
import { baseUrlOf } from '../../src/engines/xpander/connection/baseUrlOf.ts';
import { encodeSegment } from '../../src/http/path.ts';
import { urlOf } from '../../src/http/urlOf.ts';
import { name, oddText, repeated, textOf, wellFormed } from './arbitraries/oddText.ts';
import { fuzz } from './fuzz.ts';

const words = [
  'https://',
  'http://',
  'HTTPS:',
  '//',
  'a.example',
  'localhost',
  ':8080',
  '/api',
  '/v1',
];
const more = [
  '/projects/p',
  '@',
  '\\',
  'user:pass',
  '[::1]',
  '127.0.0.1',
  ':9016',
  '/agent-controller',
];
const address = fc.oneof(
  textOf([...words, ...more], 8),
  fc
    .tuple(fc.constantFrom('https://', 'http://'), textOf([...words, ...more], 6))
    .map((all) => all.join('')),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.webUrl(),
);
const bases: readonly ((url: string) => string)[] = [
  conductorBaseUrl,
  (url) => cogniteAddress(url).baseUrl,
  (url) => baseUrlOf({ url, details: {} }),
  (url) => baseUrlOf({ url, details: { organization: 'o/1' } }),
];

function orRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    assert.ok(isEngineError(error), String(error));
    assert.ok(error.message.length > 10);
    return undefined;
  }
}

export const addresses = [
  fuzz(
    'addresses: requests go to the origin that was checked',
    fc.tuple(address, fc.constantFrom(...bases)),
    ([url, baseOf]) => {
      if (problemOfServer(url) !== undefined) return;
      const base = orRefused(() => baseOf(url));
      if (base === undefined) return;
      assert.equal(new URL(base).origin, parseAddress(url)?.origin);
      assert.ok(!base.endsWith('/') && !/[?#]/.test(base), base);
      assert.equal(baseOf(base), base);
      assert.equal(baseOf(`${url}/`), base);
    },
    {
      growth: {
        pieces: repeated,
        frames: [
          ['https://a', ''],
          ['https://a/', '/api'],
          ['', ''],
        ],
        run: (url) => {
          problemOfServer(url);
          for (const baseOf of bases) orRefused(() => baseOf(url));
        },
      },
    },
  ),
  fuzz('addresses: each engine says what is wrong, whatever was typed', address, (url) => {
    for (const baseOf of bases) orRefused(() => baseOf(url));
    isUnencrypted(url);
    assert.ok(problemOfAddress(url) !== undefined || parseAddress(url) !== undefined);
  }),
  fuzz('token URLs: encrypted, or on this machine, and used as checked', address, (text) => {
    const url = orRefused(() => checkedTokenUrl(text));
    if (url === undefined) return;
    assert.ok(url.protocol === 'https:' || /^(localhost|127\..*|\[::1\])$/.test(url.hostname));
    assert.equal(url.username + url.password, '');
  }),
  fuzz(
    'scopes: a token goes only to the address that it is for',
    fc.tuple(address, address),
    ([scope, url]) => {
      const origin = parseAddress(url)?.origin;
      if (origin === undefined || problemOfScope(scope, url) !== undefined) return;
      for (const one of scope.split(/\s+/)) {
        if (one === '' || ['openid', 'profile', 'email', 'offline_access'].includes(one)) continue;
        const resource = parseAddress(one);
        assert.ok(resource !== undefined);
        const { host } = resource;
        assert.ok(
          resource.origin === origin || new URL(origin).host.endsWith(`.plink.${host}`),
          one,
        );
      }
      assert.ok(problemOfTenant(' ') !== undefined);
    },
  ),
  fuzz(
    'secrets: bound to each address of a connection',
    fc.record({ url: address, other: address, tokenUrl: address, scope: oddText }),
    ({ url, other, tokenUrl, scope }) => {
      const connection = {
        id: 'c',
        name: 'c',
        engine: 'cognite',
        url,
        environment: 'development',
        readOnly: false,
        details: { tokenUrl, scope },
      } as const;
      const kept = bindSecret(connection);
      assert.ok(isBoundTo(kept, connection));
      const isSame = (parseAddress(other)?.origin ?? other) === (parseAddress(url)?.origin ?? url);
      assert.equal(isBoundTo(kept, { ...connection, url: other }), isSame);
    },
  ),
  fuzz(
    'paths: a name is one segment of the address, and comes back',
    fc.tuple(name, fc.dictionary(name, name, { maxKeys: 2 })),
    ([id, query]) => {
      const segment = orRefused(() => encodeSegment(id));
      if (segment === undefined) return;
      const path = `a/${segment}/b`;
      const url = new URL(
        urlOf('https://h/api', { method: 'GET', path, query, idempotent: true, parse: () => 0 }),
      );
      assert.equal(url.origin, 'https://h');
      const [, api, a, found = '', b, ...rest] = url.pathname.split('/');
      assert.deepEqual([api, a, b, rest], ['api', 'a', 'b', []]);
      assert.equal(decodeURIComponent(found), wellFormed(id));
    },
  ),
];
