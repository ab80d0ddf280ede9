import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConnections } from '../../../../../src/app/parseConnections.ts';
import { engines } from '../../../../../src/engines/engines.ts';
import { TransportError } from '../../../../../src/http/transport.ts';
import { cogniteConnection, cogniteEngine } from '../../../../support/cogniteEngine.ts';

const cluster = 'https://cluster.example';
const plink = 'https://x.plink.cluster.example';
const evil = 'https://evil.example';

/** Reads once, signed in with a Microsoft account, over a network that is down. */
async function readAt(url: string, details: Readonly<Record<string, string>>) {
  const asked: (readonly string[])[] = [];
  const sent: (string | undefined)[] = [];
  const connection = cogniteConnection(url, { project: 'p', signIn: 'microsoft', ...details });
  const message = await (async () => {
    const engine = cogniteEngine(connection, {
      microsoftToken: async (scopes) => {
        asked.push(scopes);
        return 'token';
      },
      transport: async (config) => {
        sent.push(config.url);
        throw new TransportError('ECONNREFUSED', true);
      },
    });
    return engine.test(new AbortController().signal);
  })().then(
    () => '',
    (error: unknown) => String(error),
  );
  return { message, asked, sent };
}

const attacks: readonly (readonly [form: string, url: string, scope: string])[] = [
  ['the scope of another host', evil, `${cluster}/.default`],
  ['the same host without encryption', 'http://cluster.example', `${cluster}/.default`],
  ['another port', `${cluster}:8443`, `${cluster}/.default`],
  ['a host below the scope’s', 'https://evil.cluster.example', `${cluster}/.default`],
  ['a host that begins like the scope’s', `${cluster}.evil.example`, `${cluster}/.default`],
  ['a host that ends like a private link', 'https://plink.cluster.example', `${cluster}/.default`],
  ['a private link of another cluster', `${plink}.evil.example`, `${cluster}/.default`],
  ['a second scope', evil, `${evil}/.default ${cluster}/.default`],
  ['a scope of an odd form', evil, `https:/cluster.example/.default`],
  ['a scope with a user name', evil, `https://evil.example@cluster.example/.default`],
  ['a scope of Microsoft Graph', evil, 'User.Read'],
  ['a scope by id', evil, 'api://0b7e/.default'],
  ['no scope of any server', evil, 'openid'],
  ['a client id for VS Code', cluster, `${cluster}/.default VSCODE_CLIENT_ID:evil`],
];

test('no Microsoft token is asked for where it would go to another host', async () => {
  for (const [form, url, scope] of attacks) {
    const { message, asked, sent } = await readAt(url, { scope });

    assert.match(message, /The scope must belong to the address/, form);
    assert.deepEqual([asked, sent], [[], []], form);
    const setting = { id: 'a', engine: 'cognite', url, project: 'p', signIn: 'microsoft', scope };
    assert.match(parseConnections([setting], engines).problems.join(), /must belong/, form);
  }
});

test('the scope of the cluster itself is asked for', async () => {
  const asks: readonly (readonly [url: string, scope: string | undefined, readonly string[]])[] = [
    [cluster, undefined, [`${cluster}/.default`]],
    [`${cluster}/api/v1/`, `${cluster}/.default`, [`${cluster}/.default`]],
    [
      cluster,
      `${cluster}/user_impersonation  offline_access`,
      [`${cluster}/user_impersonation`, 'offline_access'],
    ],
    [plink, `${cluster}/.default`, [`${cluster}/.default`]],
  ];
  for (const [url, scope, expected] of asks) {
    const { asked, sent } = await readAt(url, scope === undefined ? {} : { scope });

    assert.deepEqual(asked[0], expected, url);
    assert.notEqual(sent.length, 0);
  }
});

test('a tenant adds no scope of its own', async () => {
  const { message, asked } = await readAt(cluster, { tenant: 'contoso VSCODE_CLIENT_ID:evil' });

  assert.match(message, /The tenant must be an id or a domain/);
  assert.deepEqual(asked, []);
});
