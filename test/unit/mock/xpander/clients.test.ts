import { strict as assert } from 'node:assert';
import { after, before, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { demoAgentIds } from '../../../../src/mock/xpander/seeds/demoAgents.ts';
import { demoTaskIds } from '../../../../src/mock/xpander/seeds/demoAgentTasks.ts';
import { replay as replayAt, type Replayed } from '../../../support/replay.ts';
import { until } from '../../../support/until.ts';
import { startMock, type TestMock } from '../../../support/startMock.ts';

// Recorded requests of the vendor's own clients, byte for byte: the Python SDK 2.0.266 and 2.0.537
// (httpx), and the command line.

const { triage, invoices } = demoAgentIds;
const { refund, parcel } = demoTaskIds;
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
const fullTask =
  '{"id":null,"input":{"text":"go","files":["https://files.example/a.csv"],"attachments":[{"url":"https://files.example/a.csv?sig=s","name":"a.csv","mime":"text/csv","size":12,"kind":null,"sha256":null,"expires_at":null,"source":null,"transcript":null}],"user":{"id":"u1","first_name":"Ann","last_name":"Lee","email":"ann@example.com","additional_attributes":{"team":"blue"},"timezone":"Europe/Oslo"},"principal":{"kind":"user","id":"u1","email":"ann@example.com","display_name":null}},"payload_extension":null,"source":null,"worker_id":null,"output_format":null,"output_schema":null,"run_locally":false,"events_streaming":true,"additional_context":null,"instructions_override":null,"test_run_node_id":null,"user_oidc_token":null,"expected_output":null,"mcp_servers":[],"triggering_agent_id":null,"title":"T","think_mode":"default","disable_attachment_injection":false,"tool_call_limit":7,"user_tokens":null,"return_metrics":false,"llm_model_provider":"openai","llm_model_name":"gpt-5","llm_reasoning_effort":"high","harness_cli":null,"permission_mode":"gated"}';
const report =
  '{"id":"external-1","input":"User message","llm_response":null,"tokens":null,"is_success":true,"result":"Done","duration":1.5,"used_tools":["a"]}';
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
    shows: (task: Wire) => [
      task['status'],
      task['result'],
      task['title'],
      task['mcp_servers'],
      (task['input'] as Wire)['text'],
    ],
    expected: ['completed', 'changed', null, [], 'x'],
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
    what: 'Tasks.acreate with every part of an input, a model and a version',
    start: `POST /agent-execution/${triage}`,
    headers: ['x-agent-version: 2'],
    body: fullTask,
    shows: (task: Wire) => [
      task['input'],
      task['agent_version'],
      task['llm_model_provider'],
      task['llm_model_name'],
      task['llm_reasoning_effort'],
      task['tool_call_limit'],
      task['permission_mode'],
      task['events_streaming'],
    ],
    expected: [inputOf(fullTask), '2', 'openai', 'gpt-5', 'high', 7, 'gated', true],
  },
  {
    what: 'Tasks.acreate of another turn',
    start: `POST /agent-execution/${triage}`,
    body: newTask.replace('"id":null', `"id":"${parcel}"`),
    shows: (task: Wire) => [task['id'], task['status'], task['result'], inputText(task)],
    expected: [parcel, 'pending', null, 'go'],
  },
  {
    what: 'Task.areport_external_task',
    start: `POST /agent-execution/${triage}/report_task`,
    body: report,
    shows: (task: Wire) => [
      task['id'],
      task['status'],
      task['result'],
      inputText(task),
      task['duration'],
      task['used_tools'],
    ],
    expected: ['external-1', 'completed', 'Done', 'User message', 1.5, ['a']],
  },
  {
    what: 'Task.areport_external_task of a failure',
    start: `POST /agent-execution/${triage}/report_task`,
    body: report.replace('"is_success":true', '"is_success":false'),
    shows: (task: Wire) => task['status'],
    expected: 'failed',
  },
  {
    what: 'Task.aget_activity_log',
    start: `GET /activity/${triage}/${refund}`,
    shows: (thread: Wire) => thread['id'],
    expected: refund,
  },
  {
    what: 'Task.aevents of a task that is over',
    start: `GET /some-org/agent-execution/${parcel}/events`,
    headers: ['Cache-Control: no-store'],
    shows: (text: string) => text.match(/(?<=^data: \{"type":")\w+/gm),
    expected: ['task_finished'],
  },
  {
    what: 'the command line’s list of agents',
    start: 'GET /v1/agents/list',
    shows: (list: Wire[]) => list.length,
    expected: 7,
  },
];

function inputOf(body: string): unknown {
  return (JSON.parse(body) as Wire)['input'];
}

function inputText(task: Wire): unknown {
  return (task['input'] as Wire)['text'];
}

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

const json = (body: string) => [
  ...httpx,
  `Content-Length: ${Buffer.byteLength(body)}`,
  'Content-Type: application/json',
];

test('answers the command line’s invoke when the task is over, and not before', async () => {
  const body = '{"input":{"text":"go"}}';
  let isOpen = true;
  const answer = replay(
    `POST /v1/agents/${triage}/invoke`,
    [...json(body), 'x-organization-id: org-demo'],
    Buffer.from(body),
  ).finally(() => {
    isOpen = false;
  });
  const seen: unknown[] = [];
  for (const ms of [2_000, 60_000]) {
    await newestIs(ms === 2_000 ? 'pending' : 'executing');
    seen.push(isOpen);
    await mock.advanceClock(ms);
  }

  assert.deepEqual(seen, [true, true]);
  assert.equal(((await answer).body as Wire)['status'], 'completed');
});

test('sends the events of Task.aevents while the task runs, until it is over', async () => {
  await replay(`POST /agent-execution/${triage}`, json(fullTask), Buffer.from(fullTask));
  const id = await newestIs('pending');
  const answer = await fetch(`${mock.xpanderUrl}/some-org/agent-execution/${id}/events`, {
    headers: { 'x-api-key': 'k' },
    signal: AbortSignal.timeout(20_000),
  });
  const types: string[] = [];
  for await (const chunk of answer.body ?? []) {
    types.push(/"type":"(\w+)"/.exec(new TextDecoder().decode(chunk))?.[1] ?? '');
    await mock.advanceClock(60_000);
  }

  assert.deepEqual(types, ['task_updated', 'task_updated', 'task_finished']);
});

/** Waits until the newest task of the agent has a status, and returns its id. */
async function newestIs(status: string): Promise<string> {
  return await until(`a task that is ${status}`, async () => {
    const [newest] = (await replay(`GET ${history}/${triage}`, httpx)).body as Wire[];
    return newest?.['status'] === status ? String(newest['id']) : undefined;
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
