import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { Connection } from '../../../src/domain/connection.ts';
import type { SnippetSource } from '../../../src/domain/snippet.ts';
import { engines } from '../../../src/engines/engines.ts';
import { snippetsOf } from '../../../src/engines/snippetsOf.ts';

const connection: Connection = {
  id: 'c',
  name: 'c',
  engine: 'conductor',
  url: 'https://host.example/base',
  environment: 'development',
  readOnly: false,
  details: {},
};

function source(path: string, body: object, more: Partial<Connection> = {}): SnippetSource {
  return {
    connection: { ...connection, ...more },
    request: {
      method: 'POST',
      url: `https://host.example/${path}`,
      headers: {},
      body: JSON.stringify(body),
    },
  };
}

function labels(kind: string, from: SnippetSource): string {
  return snippetsOf(kind, from)
    .map(({ language }) => language)
    .join(' ');
}

const byName = 'base/api/tasks/e/my%20ref/COMPLETED';
const byId = { workflowInstanceId: 'e', taskId: 't', status: 'COMPLETED', outputData: {} };

test('every engine has snippets beside curl', () => {
  const samples: Readonly<Record<string, SnippetSource>> = {
    conductor: source(byName, {}),
    cognite: source('api/v1/projects/p/workflows/tasks/t/update', { status: 'COMPLETED' }),
    xpander: source('agent-execution/t/update', { status: 'completed' }),
  };
  for (const { kind } of engines) {
    const sample = samples[kind];
    assert.ok(sample, `no sample for ${kind}`);
    assert.ok(snippetsOf(kind, sample).length > 1, kind);
  }
  assert.equal(labels('toy', source('anything', {})), 'shell');
});

test('an SDK that cannot send the whole update is left out', () => {
  const table = [
    [byName, {}, 'shell python typescript java go'],
    [`${byName}/sync?workerid=me`, {}, 'shell python typescript java go'],
    [`${byName}?workerid=me`, {}, 'shell python java go'],
    ['base/api/tasks', byId, 'shell python typescript java go'],
    ['base/api/tasks', { ...byId, reasonForIncompletion: 'why' }, 'shell python java go'],
    ['base/api/tasks', { ...byId, status: 'CANCELED' }, 'shell'],
    ['base/api/tasks', { ...byId, callbackAfterSeconds: 7 }, 'shell python java go'],
    ['base/api/tasks', { ...byId, callbackAfterSeconds: 7.5 }, 'shell'],
    ['base/api/tasks/e/r/CANCELED', {}, 'shell'],
  ] as const;
  for (const [path, body, expected] of table) {
    assert.equal(
      labels('conductor', source(path, body)),
      expected,
      `${path} ${JSON.stringify(body)}`,
    );
  }
});

test('each SDK gets names encoded as it requires', () => {
  const [, python, typescript, java, go] = snippetsOf('conductor', source(byName, { a: 1 }));
  assert.match(
    python?.code ?? '',
    /"execution": "e",\n +"task": "my ref",\n +"status": "COMPLETED"/,
  );
  assert.match(typescript?.code ?? '', /updateTaskByRefName\("my ref", "e", "COMPLETED", \{/);
  // These SDKs do not encode path values, or encode a space as a plus.
  assert.match(java?.code ?? '', /\.path\("\/tasks\/e\/my%20ref\/COMPLETED"\)/);
  assert.match(
    go?.code ?? '',
    /UpdateTaskByRefName\(context\.Background\(\), output, "e", "my%20ref", "COMPLETED"\)/,
  );
});

test('a snippet lists the environment variables that it reads', () => {
  const orkes = source(byName, {}, { details: { keyId: 'the-id' } });
  const headers = { 'X-Authorization': '$CONDUCTOR_AUTH_TOKEN' };
  const key = ['CONDUCTOR_AUTH_KEY', 'CONDUCTOR_AUTH_SECRET'];
  const samples: readonly (readonly [string, SnippetSource, readonly string[]])[] = [
    ['conductor', source(byName, {}), []],
    ['conductor', { ...orkes, request: { ...orkes.request, headers } }, key],
    [
      'cognite',
      source('api/v1/projects/p/workflows/tasks/t/update', { status: 'F' }),
      ['CDF_TOKEN'],
    ],
    ['xpander', source('agent-execution/t/update', { status: 'paused' }), ['XPANDER_API_KEY']],
  ];
  for (const [kind, from, names] of samples) {
    const [curl, ...others] = snippetsOf(kind, from);
    assert.deepEqual(
      curl?.reads,
      'X-Authorization' in from.request.headers ? ['CONDUCTOR_AUTH_TOKEN'] : [],
    );
    for (const { reads, code, label } of others) {
      assert.deepEqual(reads, names, label);
      for (const name of names) assert.ok(code.includes(name), `${label} does not read ${name}`);
    }
  }
});

test('on Orkes the key and its secret come from the environment', () => {
  const snippets = snippetsOf('conductor', source(byName, {}, { details: { keyId: 'the-id' } }));
  for (const { language, code } of snippets.slice(1)) {
    assert.match(code, /CONDUCTOR_AUTH_KEY/, language);
    assert.match(code, /CONDUCTOR_AUTH_SECRET/, language);
    assert.doesNotMatch(code, /the-id/, language);
  }
});

test('the SDK of xpander.ai puts the organization behind an agent controller itself', () => {
  const body = { status: 'paused', result: 'x', tool_call_payload_extension: { a: null } };
  const at = source('agent-controller/org%201/agent-execution/t/update', body, {
    details: { organization: 'org 1' },
  });
  const code = snippetsOf('xpander', at)[1]?.code ?? '';
  assert.match(
    code,
    /base_url="https:\/\/host\.example\/agent-controller",\n {8}organization_id="org 1"/,
  );
  assert.match(
    code,
    /status=AgentExecutionStatus\("paused"\),\n {4}result="x",\n {4}tool_call_payload_extension=\{\n {8}"a": None,/,
  );
});

test('an absent output is not in the call to Cognite', () => {
  const path = 'x/api/v1/projects/my%20p/workflows/tasks/t/update';
  const [, python, typescript] = snippetsOf('cognite', source(path, { status: 'FAILED' }));
  assert.match(python?.code ?? '', /tasks\.update\(\n {4}"t",\n {4}"failed",\n\)/);
  assert.match(python?.code ?? '', /base_url="https:\/\/host\.example\/x",\n {8}project="my p"/);
  assert.match(
    typescript?.code ?? '',
    /"\/api\/v1\/projects\/my%20p\/workflows\/tasks\/t\/update"/,
  );
});

test('ids reach the path of an SDK for Python encoded', () => {
  const id = encodeURIComponent('a/b %');
  const cdf = source(`api/v1/projects/p/workflows/tasks/${id}/update`, { status: 'FAILED' });
  assert.match(snippetsOf('cognite', cdf)[1]?.code ?? '', /update\(\n {4}"a%2Fb%20%25",/);
  const xpander = source(`agent-execution/${id}/update`, { status: 'paused' });
  assert.match(snippetsOf('xpander', xpander)[1]?.code ?? '', /task_id="a%2Fb%20%25",/);
});

test('a comment above the code names numbers that a Python float cannot hold', () => {
  const numbers =
    '{"status":"completed","a":[0.1234567890123456789,0.5,1e400,12345678901234567890,0.1234567890123456789]}';
  const at = source('agent-execution/t/update', {});
  const code = snippetsOf('xpander', { ...at, request: { ...at.request, body: numbers } })[1]?.code;
  assert.deepEqual(code?.split('\n').slice(0, 3), [
    '# Not exact: a float of Python makes 0.12345678901234568 of 0.1234567890123456789.',
    '# Not possible: no float of Python holds 1e400.',
    'import os',
  ]);
  const many = `{"status":"completed","a":[${['1', '2', '3', '4', '5'].map((n) => `0.1234567890123456789${n}`).join()}]}`;
  const more = snippetsOf('xpander', { ...at, request: { ...at.request, body: many } })[1]?.code;
  assert.equal(more?.split('\n')[3], '# The same goes for 2 more.');
  assert.doesNotMatch(snippetsOf('xpander', at)[1]?.code ?? '', /#/);
});

test('half a surrogate pair, which SDKs reject or replace, is left to curl', () => {
  const half = { status: 'paused', result: 'a\ud83d' };
  assert.equal(labels('xpander', source('agent-execution/t/update', half)), 'shell');
  const told = { status: 'paused', result: '\\ud83d 👩‍🚀' };
  assert.equal(labels('xpander', source('agent-execution/t/update', told)), 'shell python');
});

test('a text that is too long for a Java constant is joined from parts', () => {
  const text = '👩‍🚀"'.repeat(30_000);
  const java = snippetsOf('conductor', source(byName, { text }))[3]?.code ?? '';
  const parts = java.match(/^ {16}".*"[,)]+$/gm) ?? [];
  assert.ok(parts.length > 1);
  for (const part of parts) assert.ok(part.length * 3 < 65_535);
});

test('an output that is nested too deeply for Python’s parser is read as JSON', () => {
  const deep = JSON.parse(`${'['.repeat(150)}1${']'.repeat(150)}`) as object;
  const body = { status: 'paused', tool_call_payload_extension: { deep } };
  const code = snippetsOf('xpander', source('agent-execution/t/update', body))[1]?.code ?? '';
  assert.match(code, /extension=__import__\("json"\)\.loads\("\{\\"deep\\":\[/);
});
