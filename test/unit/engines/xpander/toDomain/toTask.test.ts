import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTask, parseTasks } from '../../../../../src/engines/xpander/wire/records.ts';
import {
  toListedTask,
  type TaskSource,
  toTask,
} from '../../../../../src/engines/xpander/toDomain/toTask.ts';
import { ShapeError } from '../../../../../src/http/shapeError.ts';

const answer = (body: unknown) => ({ status: 200, headers: {}, text: JSON.stringify(body) });
const context: TaskSource = {
  connection: 'c',
  agentOf: (id) => (id === 'wf-1' ? { kind: 'workflow', name: 'Invoices' } : undefined),
};
const whole = (body: object) => toTask(parseTask(answer(body)), context);
const listed = (body: object) => {
  const [record] = parseTasks(answer([body]));
  assert.ok(record !== undefined && 'record' in record);
  return toListedTask(record.record, context);
};

const paused = {
  id: 'task-9',
  agent_id: 'wf-1',
  organization_id: 'org-1',
  input: { text: '{"invoice":42}', files: ['https://files.example/a.pdf'], user: null },
  status: 'paused',
  last_executed_node_id: 'n-judge',
  created_at: '2026-05-02T10:00:00.000000Z',
  started_at: '2026-05-02T10:00:01.000000Z',
  paused_at: '2026-05-02T10:00:09.000000Z',
  finished_at: null,
  result: null,
  sub_executions: ['task-10'],
  hitl_request: { wait_node_id: 'n-ask' },
  source: 'webhook',
  execution_attempts: 2,
  title: 'Invoice 42',
  deep_planning: { tasks: [{ completed: true }, { completed: false }] },
};

test('a run that waits for a person', () => {
  const { options, ...task } = whole(paused);

  assert.match(options.warnings.join(), /n-ask/);
  assert.deepEqual(task, {
    ref: { connection: 'c', workflow: 'wf-1', task: 'task-9' },
    workflowName: 'Invoices',
    name: 'Invoice 42',
    type: 'workflow',
    status: 'paused',
    state: 'waiting',
    terminal: false,
    input: { text: '{"invoice":42}', files: ['https://files.example/a.pdf'] },
    output: undefined,
    attempt: 1,
    hasChildren: true,
    scheduledAt: Date.UTC(2026, 4, 2, 10),
    startedAt: Date.UTC(2026, 4, 2, 10, 0, 1),
    engineFields: {
      agent: 'wf-1',
      over: false,
      source: 'webhook',
      last_executed_node_id: 'n-judge',
      wait_node: 'n-ask',
      paused_at: '2026-05-02T10:00:09.000000Z',
      plan: '1 of 2 done',
      children: 1,
    },
  });
});

test('a task with the required fields only', () => {
  const task = whole({ id: 't', agent_id: 'a', organization_id: 'o', input: {}, created_at: '' });

  assert.equal(task.name, 't');
  assert.equal(task.status, 'pending');
  assert.deepEqual(task.input, {});
});

test('a task from a list and by its id agree in all fields of the list', () => {
  const one = whole({ ...paused, result: 'half' });
  const other = listed({ ...paused, result: 'half', updated_at: '2026-05-02T10:00:09.000000Z' });

  for (const key of ['ref', 'name', 'type', 'status', 'state', 'output', 'scheduledAt'] as const) {
    assert.deepEqual(other[key], one[key], key);
  }
  assert.equal(other.worker, one.worker);
  assert.equal(other.updatedAt, Date.UTC(2026, 4, 2, 10, 0, 9));
});

test('a failed task has a reason, a successful one has none', () => {
  assert.equal(listed({ id: 't', agent_id: 'a', status: 'error', result: '503' }).reason, '503');
  assert.equal(listed({ id: 't', agent_id: 'a', status: 'failed' }).reason, undefined);
  assert.equal(
    listed({ id: 't', agent_id: 'a', status: 'completed', result: 'x' }).reason,
    undefined,
  );
});

test('fields of the wrong type do not hide their task', () => {
  const odd = whole({
    ...paused,
    title: [null],
    mcp_servers: [[]],
    sub_executions: null,
    input: 'text',
    hitl_request: 'soon',
    deep_planning: [],
    created_at: 5,
    execution_attempts: 'two',
    result: { a: 1 },
  });

  assert.equal(odd.name, 'task-9');
  assert.equal(odd.output, '{"a":1}');
  assert.equal(odd.attempt, 0);
});

test('empty texts count as absent, but for those that an update can set', () => {
  const task = whole({
    ...paused,
    finished_at: '',
    worker_id: '',
    source: '',
    result: '',
    hitl_request: { wait_node_id: '' },
  });
  assert.deepEqual([task.state, task.endedAt, task.output], ['waiting', undefined, '']);
  assert.equal(task.engineFields['over'], false);
  assert.equal(task.engineFields['source'], '');
  assert.deepEqual(
    [task.engineFields['worker'], task.engineFields['wait_node']],
    [undefined, undefined],
  );
});

test('an unknown status is shown unchanged', () => {
  const task = listed({ id: 't', agent_id: 'a', status: 'daydreaming' });

  assert.deepEqual([task.status, task.state], ['daydreaming', 'unknown']);
});

test('fields and kinds that the SDK gained since pass', () => {
  const task = whole({
    ...paused,
    execution_kind: 'resident',
    events: [{ type: 'new' }],
    used: {},
  });
  assert.equal(task.status, 'paused');
  const item = { id: 't', agent_id: 'a', status: 'executing', conversation_kind: 'gateway' };
  assert.equal(listed({ ...item, process: 'soon' }).state, 'running');
});

test('an error about an unexpected answer names the path, never the content', () => {
  const [odd] = parseTasks(answer([{ agent_id: 'a', status: 'paused', result: 'secret' }]));
  assert.deepEqual(odd, { odd: { kind: 'task', position: 1, problem: 'id is missing' } });
  assert.throws(() => parseTasks(answer({ items: [] })), ShapeError);
});

test('possible secrets never become part of a task', () => {
  const canary = 'canary-7f3a';
  const task = whole({
    ...paused,
    user_tokens: { github: canary },
    user_oidc_token: canary,
    mcp_servers: [{ api_key: canary, client_secret: canary }],
    payload_extension: { headers: { Authorization: canary } },
    input: {
      text: 'go',
      files: [
        `https://files.example/a.pdf?X-Amz-Signature=${canary}`,
        `http://f/b#${canary}`,
        'c.txt',
      ],
      attachments: [{ name: 'a', url: `https://files.example/a?sig=${canary}` }],
      user: { email: canary, additional_attributes: { t: canary } },
    },
    pending_eca_request: { connector_name: 'Gmail', auth_url: `https://x.example/${canary}` },
    hitl_request: { wait_node_id: 'n', credentials: canary },
    configuration: { api_key: canary },
    additional_context: canary,
  });

  assert.ok(!JSON.stringify(task).includes(canary));
  assert.match(JSON.stringify(task), /Gmail/);
  assert.deepEqual(task.input['files'], ['https://files.example/a.pdf?…', 'http://f/b?…', 'c.txt']);
});
