import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCandidates } from '../../../src/discovery/findCandidates.ts';
import type { FoundFile } from '../../../src/discovery/findCandidates.ts';

const inFile = (kind: FoundFile['kind'], text: string) =>
  findCandidates({}, [{ kind, name: 'the file', text }]);

test('an empty environment holds nothing', () => {
  assert.deepEqual(findCandidates({ PATH: '/bin' }, []), { candidates: [], problems: [] });
});

test('the variables of the Conductor SDKs make a connection with a key', () => {
  const { candidates } = findCandidates(
    {
      CONDUCTOR_SERVER_URL: 'https://play.example/api',
      CONDUCTOR_AUTH_KEY: 'k1',
      CONDUCTOR_AUTH_SECRET: 's1',
    },
    [],
  );

  assert.deepEqual(candidates, [
    {
      source: 'environment variables',
      connection: {
        name: 'play.example',
        engine: 'conductor',
        url: 'https://play.example/api',
        details: { keyId: 'k1' },
      },
      secret: 's1',
    },
  ]);
});

test("conductor-cli's configuration is read", () => {
  const { candidates } = inFile(
    'conductorCli',
    'server: http://localhost:8080/api\nserver-type: Enterprise\nauth-key: k\nauth-secret: "s: #1"\n',
  );

  assert.equal(candidates[0]?.connection.url, 'http://localhost:8080/api');
  assert.deepEqual(candidates[0]?.connection.details, { keyId: 'k' });
  assert.equal(candidates[0]?.secret, 's: #1');
});

test('a configuration that only has a token says what is missing', () => {
  const { candidates } = inFile('conductorCli', 'server: http://h/api\nauth-token: t\n');

  assert.match(candidates[0]?.problem ?? '', /a key and its secret/);
  assert.equal(candidates[0]?.secret, undefined);
});

test('a .env of the CDF toolkit makes a connection with client credentials', () => {
  const { candidates } = inFile(
    'toolkitEnv',
    `# Required variables
CDF_CLUSTER=westeurope-1
CDF_PROJECT="plant"
LOGIN_FLOW=client_credentials
IDP_CLIENT_ID=id
IDP_CLIENT_SECRET='se#cret'
IDP_TENANT_ID=tenant
IDP_SCOPES=a,b
`,
  );

  assert.deepEqual(candidates[0]?.connection, {
    name: 'plant',
    engine: 'cognite',
    url: 'https://westeurope-1.cognitedata.com',
    details: {
      project: 'plant',
      signIn: 'clientCredentials',
      clientId: 'id',
      tokenUrl: 'https://login.microsoftonline.com/tenant/oauth2/v2.0/token',
      tenant: 'tenant',
      scope: 'a b',
    },
  });
  assert.equal(candidates[0]?.secret, 'se#cret');
});

const flows: readonly (readonly [string, string, string | undefined])[] = [
  ['LOGIN_FLOW=token\nCDF_TOKEN=t', 'token', 't'],
  ['LOGIN_FLOW=Interactive\nIDP_CLIENT_ID=x', 'microsoft', undefined],
  ['LOGIN_FLOW=device_code', 'microsoft', undefined],
  ['CDF_TOKEN=t', 'token', 't'],
];
for (const [lines, signIn, secret] of flows) {
  test(`${lines.replaceAll('\n', ', ')} signs in with ${signIn}`, () => {
    const { candidates } = inFile('toolkitEnv', `CDF_CLUSTER=c\nCDF_PROJECT=p\n${lines}\n`);

    assert.equal(candidates[0]?.connection.details['signIn'], signIn);
    assert.equal(candidates[0]?.secret, secret);
  });
}

test("each profile of xpander's credentials is a connection", () => {
  const { candidates } = inFile(
    'xpanderCredentials',
    '[default]\nxpander_api_key=k1\nxpander_organization_id=o1\n\n[other]\nxpander_api_key = k2\n[empty]\n',
  );

  assert.deepEqual(
    candidates.map(({ source, connection, secret }) => [source, connection.details, secret]),
    [
      ['the file, profile default', { organization: 'o1' }, 'k1'],
      ['the file, profile other', {}, 'k2'],
    ],
  );
});

test('an address of xpander without a scheme gets one', () => {
  const { candidates } = findCandidates(
    { XPANDER_API_KEY: 'k', XPANDER_BASE_URL: 'agents.example:9016' },
    [],
  );

  assert.equal(candidates[0]?.connection.url, 'https://agents.example:9016');
});

test('a file that is broken is named without its text, and the others are read', () => {
  const { candidates, problems } = findCandidates({ XPANDER_API_KEY: 'k' }, [
    { kind: 'conductorCli', name: '~/.conductor-cli/config.yaml', text: 'auth-secret: "topsecret' },
  ]);

  assert.equal(candidates.length, 1);
  assert.equal(problems.length, 1);
  assert.doesNotMatch(problems.join(), /topsecret/);
  assert.match(problems.join(), /config\.yaml could not be read/);
});

test('a .env file of many blank lines is read in one go', () => {
  const text = `${'\n'.repeat(200_000)}CDF_URL=https://c.example\r\n\r\nCDF_PROJECT=p\n`;

  assert.equal(inFile('toolkitEnv', text).candidates[0]?.connection.name, 'p');
});

test('a server without a host is named as it was written', () => {
  const [one] = findCandidates({ CONDUCTOR_SERVER_URL: 'localhost:8080' }, []).candidates;

  assert.equal(one?.connection.name, 'localhost:8080');
});
