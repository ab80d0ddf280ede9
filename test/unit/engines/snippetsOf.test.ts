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

test('an SDK that has no call for all of an update is left out', () => {
  const table = [
    [byName, {}, 'shell python typescript java go'],
    [`${byName}/sync?workerid=me`, {}, 'shell python typescript go'],
    [`${byName}?workerid=me`, {}, 'shell python go'],
    ['base/api/tasks', byId, 'shell python typescript java go'],
    ['base/api/tasks', { ...byId, reasonForIncompletion: 'why' }, 'shell python java go'],
    ['base/api/tasks', { ...byId, status: 'CANCELED' }, 'shell'],
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

test('names reach each SDK as it wants them', () => {
  const [, python, typescript, java, go] = snippetsOf('conductor', source(byName, { a: 1 }));
  assert.match(python?.code ?? '', /update_task1\(output, "e", "my ref", "COMPLETED"\)/);
  assert.match(typescript?.code ?? '', /updateTaskByRefName\("my ref", "e", "COMPLETED", \{/);
  assert.match(
    java?.code ?? '',
    /updateTask\("e", "my ref", TaskResult\.Status\.COMPLETED, output\)/,
  );
  // This one puts them into the path as they are.
  assert.match(
    go?.code ?? '',
    /UpdateTaskByRefName\(context\.Background\(\), output, "e", "my%20ref", "COMPLETED"\)/,
  );
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

test('an output that was not given is not in the call to Cognite', () => {
  const path = 'x/api/v1/projects/my%20p/workflows/tasks/t/update';
  const [, python, typescript] = snippetsOf('cognite', source(path, { status: 'FAILED' }));
  assert.match(python?.code ?? '', /tasks\.update\(\n {4}"t",\n {4}"failed",\n\)/);
  assert.match(python?.code ?? '', /base_url="https:\/\/host\.example\/x",\n {8}project="my p"/);
  assert.match(
    typescript?.code ?? '',
    /"\/api\/v1\/projects\/my%20p\/workflows\/tasks\/t\/update"/,
  );
});
