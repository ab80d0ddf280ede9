import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findCandidates } from '../../src/discovery/findCandidates.ts';
import type { FoundFile } from '../../src/discovery/findCandidates.ts';
import { garbled, oddText, repeated, textOf } from './arbitraries/oddText.ts';
import { fuzz } from './fuzz.ts';

const env = `CDF_CLUSTER=westeurope-1\nCDF_PROJECT="my project"\nLOGIN_FLOW=client_credentials
IDP_CLIENT_ID='id' # who\nexport IDP_CLIENT_SECRET=\`s3cret\`\nIDP_TENANT_ID=t\nCDF_URL=https://\${CDF_CLUSTER}.cognitedata.com\n`;
const yaml = `server: http://localhost:8080/api\nauth-key: "k"\nauth-secret: s3cret\n# note\nx: [1, {a: &b c}, *b]\n`;
const ini = `[default]\nxpander_api_key = s3cret\nxpander_organization_id = org\n\n[team.prod]\nxpander_api_key=k2\n; note\n`;
const files: readonly (readonly [FoundFile['kind'], string, readonly string[]])[] = [
  [
    'toolkitEnv',
    env,
    ['CDF_URL', '=', '\n', '${', '}', 'CDF_PROJECT=', 'CDF_CLUSTER=', 'CDF_TOKEN='],
  ],
  [
    'conductorCli',
    yaml,
    ['server: ', 'auth-key', ':', '\n', '  ', '- ', '&a', '*a', '!!', '|', '>', '<<: '],
  ],
  ['xpanderCredentials', ini, ['[', ']', '[a]', 'xpander_api_key', '=', '\n', '[]', '.', ';']],
];
const file = fc
  .constantFrom(...files)
  .chain(([kind, sample, words]) =>
    fc
      .oneof(garbled([sample]), textOf(words))
      .map((text) => ({ kind, name: `file of ${kind}`, text })),
  );
const plain = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/["'`\\$#\r\n]/.test(text));

function found(kind: FoundFile['kind'], text: string) {
  return findCandidates({}, [{ kind, name: 'file', text }]);
}

function pieces(kind: FoundFile['kind'], frames: readonly (readonly [string, string])[]) {
  return { pieces: repeated, frames, longest: 1 << 18, run: (text: string) => found(kind, text) };
}

export const discovery = [
  fuzz('files of other tools: read, or named in one sentence', file, ({ kind, name, text }) => {
    const { candidates, problems } = findCandidates({}, [{ kind, name, text }]);
    for (const problem of problems) assert.match(problem, /\bfile of \w+ .*\.$/);
    for (const { connection, source } of candidates) {
      assert.ok(source.startsWith(name));
      const texts = [connection.name, connection.url, ...Object.values(connection.details)];
      assert.ok(
        texts.every((one) => typeof one === 'string'),
        JSON.stringify(connection),
      );
      assert.ok(connection.name !== '' && connection.url !== '');
    }
  }),
  fuzz(
    'environment variables: read, whatever they hold',
    fc.dictionary(
      fc.constantFrom(
        'CONDUCTOR_SERVER_URL',
        'CONDUCTOR_AUTH_KEY',
        'CDF_PROJECT',
        'CDF_URL',
        'XPANDER_API_KEY',
        'XPANDER_BASE_URL',
        'IDP_SCOPES',
      ),
      oddText,
    ),
    (values) => {
      for (const { connection } of findCandidates(values, []).candidates) {
        assert.ok(connection.name !== '' && connection.url !== '');
      }
    },
  ),
  fuzz(
    '.env: what was written is found',
    fc.tuple(plain, plain, fc.constantFrom('"', "'", '')),
    ([project, secret, quote]) => {
      const text = `CDF_URL=https://c.example\nCDF_PROJECT=${quote}${project}${quote}\nCDF_TOKEN=${quote}${secret}${quote}\n`;
      const [one] = found('toolkitEnv', text).candidates;
      assert.deepEqual([one?.connection.details['project'], one?.secret], [project, secret]);
    },
    {
      growth: pieces('toolkitEnv', [
        ['', ''],
        ['A="', ''],
        ['CDF_URL=', ''],
      ]),
    },
  ),
  fuzz(
    'yaml: what was written is found',
    fc.tuple(plain, plain),
    ([key, secret]) => {
      const text = `server: https://c.example\nauth-key: ${JSON.stringify(key)}\nauth-secret: ${JSON.stringify(secret)}\n`;
      const [one] = found('conductorCli', text).candidates;
      assert.deepEqual([one?.connection.details['keyId'], one?.secret], [key, secret]);
    },
    {
      growth: pieces('conductorCli', [
        ['', ''],
        ['server: ', ''],
        ['a: "', '"'],
        ['a: [', ']'],
      ]),
    },
  ),
  fuzz(
    'ini: what was written is found',
    fc.tuple(
      fc.stringMatching(/^[a-z][a-z0-9_-]*$/),
      plain.filter((text) => !/[;=[\]]/.test(text) && !/^(true|false|null)$/.test(text)),
    ),
    ([profile, key]) => {
      const [one] = found(
        'xpanderCredentials',
        `[${profile}]\nxpander_api_key = ${key}\n`,
      ).candidates;
      assert.equal(one?.secret, key);
    },
    {
      growth: pieces('xpanderCredentials', [
        ['', ''],
        ['[', ']'],
        ['[a]\nxpander_api_key=', ''],
      ]),
    },
  ),
];
