import { strict as assert } from 'node:assert';
import { after, before, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { demoAgentIds } from '../../../../src/mock/xpander/seeds/demoAgents.ts';
import { demoTaskIds } from '../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { replay as replayAt, type Replayed } from '../../../support/replay.ts';
import { startMock, type TestMock } from '../../../support/startMock.ts';

// Recorded requests of the vendor's own clients, byte for byte: the Python SDK 2.0.266 and 2.0.537
// (httpx), and the command line.

const { triage, invoices } = demoAgentIds;
const { refund } = demoTaskIds;
let mock: TestMock;
let port = 0;

before(async () => {
  mock = await startMock();
  port = Number(new URL(mock.xpanderUrl).port);
});
beforeEach(() => mock.reset());
after(() => mock.close());

const replay = (start: string, headers: readonly string[], body?: Buffer): Promise<Replayed> =>
  replayAt(port, { start, headers, body });

const httpx = [
  'Accept: */*',
  'Accept-Encoding: gzip, deflate',
  'User-Agent: python-httpx/0.28.1',
  'x-api-key: k',
];

interface Call {
  readonly what: string;
  readonly start: string;
  readonly headers?: readonly string[];
  readonly body?: string;
  readonly shows: (body: never) => unknown;
  readonly expected: unknown;
}

type Wire = Readonly<Record<string, unknown>>;
const history = '/agent-execution/executions/history';
const newTask =
  '{"id":null,"input":{"text":"go","files":[],"user":null},"payload_extension":null,"source":null,"worker_id":null,"output_format":null,"output_schema":null,"run_locally":false,"events_streaming":false,"additional_context":null,"instructions_override":null,"test_run_node_id":null,"user_oidc_token":null,"expected_output":null,"mcp_servers":[],"triggering_agent_id":null,"title":"T","think_mode":"default","disable_attachment_injection":false,"tool_call_limit":null,"user_tokens":null,"return_metrics":false,"llm_model_provider":null,"llm_model_name":null,"llm_reasoning_effort":null,"harness_cli":null,"permission_mode":null}';
const savedTask = `{"id":"${refund}","agent_id":"${triage}","organization_id":"org-demo","input":{"text":"x","files":[],"attachments":[],"user":null,"principal":null},"status":"completed","internal_status":"x","last_executed_node_id":"n1","agent_version":"1","created_at":"2026-11-21T21:32:07.948000Z","started_at":null,"paused_at":null,"finished_at":null,"result":"changed","parent_execution":null,"conversation_id":null,"sub_executions":[],"payload_extension":{"headers":{"X":"1"}},"hitl_request":null,"source":"vscode","output_format":"text","expected_output":[null],"mcp_servers":[[]],"triggering_agent_id":[null],"title":[null],"think_mode":"default","execution_attempts":1,"tokens":null,"used_tools":["zendesk_get_ticket"],"duration":0.0}`;

const calls: readonly Call[] = [
  {
    what: 'Agents.alist',
    start: 'GET /agents/list',
    shows: (list: Wire[]) => list.length,
    expected: 7,
  },
  {
    what: 'Agents.aget with a version',
    start: `GET /agents/${invoices}`,
    headers: ['x-agent-version: 2'],
    shows: (agent: Wire) => [agent['version'], agent['type']],
    expected: [2, 'orchestration'],
  },
  {
    what: 'Tasks.alist',
    start: `GET ${history}/${triage}`,
    shows: (list: Wire[]) => list.length,
    expected: 5,
  },
  {
    what: 'Tasks.alist with filters, a space as +',
    start: `GET ${history}/${triage}?status=paused&internal_status=awaiting+approval`,
    shows: (list: Wire[]) => list.map((task) => task['id']),
    expected: [refund],
  },
  {
    what: 'Tasks.alist_user_tasks',
    start: `GET ${history}/user/u1`,
    shows: (list: Wire[]) => list,
    expected: [],
  },
  {
    what: 'Tasks.aget',
    start: `GET /agent-execution/${refund}/status`,
    shows: (task: Wire) => [task['id'], task['status']],
    expected: [refund, 'paused'],
  },
  {
    what: 'Tasks.aupdate with status and result',
    start: `PATCH /agent-execution/${refund}/update`,
    body: '{"status":"completed","result":"Done"}',
    shows: (task: Wire) => [task['status'], task['result']],
    expected: ['completed', 'Done'],
  },
  {
    what: 'Tasks.aupdate with an empty result',
    start: `PATCH /agent-execution/${refund}/update`,
    body: '{"result":""}',
    shows: (task: Wire) => [task['status'], task['result']],
    expected: ['paused', ''],
  },
  {
    what: 'Tasks.aupdate with nothing',
    start: `PATCH /agent-execution/${refund}/update`,
    body: '{}',
    shows: (task: Wire) => task['status'],
    expected: 'paused',
  },
  {
    what: 'Tasks.aupdate with the other three fields',
    start: `PATCH /agent-execution/${refund}/update`,
    body: '{"tool_call_payload_extension":{"headers":{"X":"1"}},"source":"vscode","last_executed_node_id":"n1"}',
    shows: (task: Wire) => [task['source'], task['last_executed_node_id'], task['status']],
    expected: ['vscode', 'n1', 'paused'],
  },
  {
    what: 'Task.asave',
    start: `PATCH /agent-execution/${refund}/update`,
    body: savedTask,
    shows: (task: Wire) => [task['status'], task['result'], task['title'], task['mcp_servers']],
    expected: ['completed', 'changed', null, []],
  },
  {
    what: 'Tasks.astop',
    start: `DELETE /agent-execution/${refund}`,
    shows: (task: Wire) => [task['status'], task['is_manually_stopped']],
    expected: ['stopped', true],
  },
  {
    what: 'Agent.acreate_task',
    start: `POST /agent-execution/${triage}`,
    body: newTask,
    shows: (task: Wire) => [task['status'], task['title'], task['agent_id']],
    expected: ['pending', 'T', triage],
  },
  {
    what: 'Task.aget_activity_log',
    start: `GET /activity/${triage}/${refund}`,
    shows: (thread: Wire) => thread['id'],
    expected: refund,
  },
  {
    what: 'Task.aevents',
    start: `GET /some-org/agent-execution/${refund}/events`,
    headers: ['Cache-Control: no-store'],
    shows: (text: string) => /^data: \{"type":"task_updated"/m.test(text),
    expected: true,
  },
  {
    what: 'the command line’s list of agents',
    start: 'GET /v1/agents/list',
    shows: (list: Wire[]) => list.length,
    expected: 7,
  },
  {
    what: 'the command line’s invoke',
    start: `POST /v1/agents/${triage}/invoke`,
    headers: ['x-organization-id: org-demo'],
    body: '{"input":{"text":"go"}}',
    shows: (task: Wire) => task['status'],
    expected: 'pending',
  },
];

for (const { what, start, headers = [], body, shows, expected } of calls) {
  test(`answers ${what}`, async () => {
    const bytes = Buffer.from(body ?? '');
    const length = [`Content-Length: ${bytes.length}`, 'Content-Type: application/json'];
    const sent = [...httpx, ...headers, ...(body === undefined ? [] : length)];
    const answer = await replay(start, sent, bytes);

    assert.equal(answer.status, 200);
    assert.deepEqual(shows(answer.body as never), expected);
  });
}

test('answers a client that compresses its body', async () => {
  const bytes = gzipSync('{"status":"error","result":"packed"}');
  const packed = [
    'Content-Encoding: gzip',
    'Content-Type: application/json',
    `Content-Length: ${bytes.length}`,
  ];
  const answer = await replay(
    `PATCH /agent-execution/${refund}/update`,
    [...httpx, ...packed],
    bytes,
  );

  assert.equal((answer.body as Wire)['result'], 'packed');
});

test('answers JSON as application/json, which the SDK looks for', async () => {
  const answer = await replay('GET /agents/list', httpx);

  assert.match(answer.type, /^application\/json/);
});
