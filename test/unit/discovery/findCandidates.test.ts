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

test('values of a .env that refer to others are resolved', () => {
  const { candidates, problems } = inFile(
    'toolkitEnv',
    `export CDF_PROJECT="plant"
export CDF_CLUSTER="bluefield"
export IDP_TENANT_ID="00000000-0000-0000-0000-000000000000"
export IDP_CLIENT_ID="client"
export IDP_CLIENT_SECRET="not-a-secret"
export IDP_SCOPES="https://\${CDF_CLUSTER}.cognitedata.com/.default"
export IDP_TOKEN_URL="https://login.microsoftonline.com/\${IDP_TENANT_ID}/oauth2/v2.0/token"
`,
  );

  const [candidate] = candidates;
  assert.equal(
    candidate?.connection.details['tokenUrl'],
    'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/oauth2/v2.0/token',
  );
  assert.equal(candidate.connection.details['scope'], 'https://bluefield.cognitedata.com/.default');
  assert.equal(candidate.secret, 'not-a-secret');
  assert.deepEqual(problems, []);
});

test('a reference takes the environment, then an earlier line, then its own default', () => {
  const text =
    'CDF_PROJECT=p\nA=file\nB=file\nCDF_URL=https://${A}.${B}.${C:-default}/${D:-}x\nC=later\n';
  const { candidates } = findCandidates({ A: 'environment' }, [
    { kind: 'toolkitEnv', name: '.env', text },
  ]);

  assert.equal(candidates[0]?.connection.url, 'https://environment.file.default/x');
});

test('a reference to nothing is told and not guessed', () => {
  const { candidates, problems } = inFile(
    'toolkitEnv',
    'CDF_PROJECT=p\nCDF_CLUSTER=c\nIDP_CLIENT_SECRET=s\nIDP_TOKEN_URL=https://idp/${TENANT}/token\n',
  );

  assert.equal(candidates[0]?.connection.details['tokenUrl'], undefined);
  assert.deepEqual(problems, [
    'IDP_TOKEN_URL of the file is left out: it refers to TENANT, which is not set.',
  ]);
});

test("a profile of xpander's credentials may have dots in its name", () => {
  const { candidates } = inFile(
    'xpanderCredentials',
    '[team.prod]\nxpander_api_key=k\nxpander_organization_id=o\n[team]\nxpander_api_key=t\n[a.b.c]\nxpander_api_key=l\n',
  );

  assert.deepEqual(
    candidates.map(({ connection, secret }) => [connection.name, connection.details, secret]),
    [
      ['xpander.ai (team)', {}, 't'],
      ['xpander.ai (team.prod)', { organization: 'o' }, 'k'],
      ['xpander.ai (a.b.c)', {}, 'l'],
    ],
  );
});

test('keys of digits are texts', () => {
  const { candidates } = inFile(
    'conductorCli',
    'server: http://h/api\nauth-key: 12345678901234567890\nauth-secret: 0099887766\nauth-token: null\n',
  );

  assert.deepEqual(candidates[0]?.connection.details, { keyId: '12345678901234567890' });
  assert.equal(candidates[0]?.secret, '0099887766');
});

test('an empty variable hides no other', () => {
  const xpander = findCandidates({ XPANDER_API_KEY: ' ', XPANDER_CLI_API_KEY: 'k' }, []);
  assert.equal(xpander.candidates[0]?.secret, 'k');
  const cognite = findCandidates(
    { CDF_URL: '', CDF_CLUSTER: 'c', CDF_PROJECT: '', COGNITE_PROJECT: 'p' },
    [],
  );
  assert.equal(cognite.candidates[0]?.connection.url, 'https://c.cognitedata.com');
});

const addresses: readonly (readonly [string, string, string])[] = [
  ['HTTPS://Agents.example:9016', 'HTTPS://Agents.example:9016', 'agents.example:9016'],
  ['localhost:8080', 'http://localhost:8080', 'localhost:8080'],
  ['127.0.0.1:8080/api', 'http://127.0.0.1:8080/api', '127.0.0.1:8080'],
  ['play.example/api', 'https://play.example/api', 'play.example'],
  ['http://h/api', 'http://h/api', 'h'],
];
for (const [given, url, name] of addresses) {
  test(`the address ${given} has the scheme and the name that it needs`, () => {
    const { candidates } = findCandidates({ CONDUCTOR_SERVER_URL: given }, []);
    assert.deepEqual([candidates[0]?.connection.url, candidates[0]?.connection.name], [url, name]);
  });
}

test('an address of xpander keeps a scheme in capitals', () => {
  const env = { XPANDER_API_KEY: 'k', XPANDER_BASE_URL: 'HTTPS://agents.example' };
  assert.equal(findCandidates(env, []).candidates[0]?.connection.url, 'HTTPS://agents.example');
});

test('an address that no connection can have is told without its text', () => {
  const { candidates, problems } = findCandidates(
    { CONDUCTOR_SERVER_URL: 'https://user:canary@play.example/api' },
    [],
  );

  assert.deepEqual(candidates, []);
  assert.match(
    problems.join(),
    /^The connection in environment variables cannot be used. The address must not hold a user/,
  );
  assert.doesNotMatch(problems.join(), /canary/);
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
