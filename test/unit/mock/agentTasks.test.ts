import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { parseCommandLine } from '../../../src/mock/commandLine.ts';
import { createClient } from './client.ts';

const pull = (inputParameters: object = {}) => ({
  name: 'pull',
  taskReferenceName: 'pull',
  type: 'PULL_WORKFLOW_MESSAGES',
  inputParameters,
});
const human = (ref: string, inputParameters: object = {}) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'HUMAN',
  inputParameters,
});

function server() {
  const client = createClient({ conductorMessages: true, now: () => 1_700_000_000_000 });
  const push = (id: string, body: unknown) => client.send('POST', `/workflow/${id}/messages`, body);
  return { ...client, push };
}

test('a task waits for a message, and completes with it', async () => {
  const { begin, outline, execution, push } = server();
  const id = await begin([pull(), human('next')]);
  assert.equal(await outline(id), 'RUNNING, pull IN_PROGRESS');
  const { status, type, text } = await push(id, { decision: 'approved' });

  assert.deepEqual([status, type], [200, 'text/plain;charset=UTF-8']);
  const [task] = (await execution(id)).tasks;
  assert.deepEqual(task?.outputData, {
    messages: [
      {
        id: text,
        workflowId: id,
        payload: { decision: 'approved' },
        receivedAt: '2023-11-14T22:13:20.000Z',
      },
    ],
    count: 1,
  });
  assert.equal(await outline(id), 'RUNNING, pull COMPLETED, next IN_PROGRESS');
});

test('messages that came before the task wait for it, in batches of the size that it asks for', async () => {
  const { begin, send, execution, push } = server();
  const id = await begin([human('first'), pull({ batchSize: 2 })]);
  for (const n of [1, 2, 3]) await push(id, { n });
  await send('POST', `/tasks/${id}/first/COMPLETED`, {});
  const { outputData } = (await execution(id)).tasks[1] ?? {};

  assert.equal(outputData?.['count'], 2);
  assert.match(JSON.stringify(outputData), /\{"n":1\}.*\{"n":2\}/);
});

test('an update by a person completes the task, too', async () => {
  const { begin, send, outline } = server();
  const id = await begin([pull()]);
  await send('POST', `/tasks/${id}/pull/IN_PROGRESS`, {});
  assert.equal(await outline(id), 'RUNNING, pull IN_PROGRESS');
  await send('POST', `/tasks/${id}/pull/COMPLETED`, { messages: [], count: 0 });
  assert.equal(await outline(id), 'COMPLETED, pull COMPLETED');
});

test('a message is refused for an unknown execution, one that does not run, and a full queue', async () => {
  const { begin, send, push } = server();
  assert.equal((await push('none', {})).status, 404);
  const id = await begin([human('first')]);
  assert.equal((await push(id, [1])).status, 500);
  for (let n = 0; n < 1000; n++) await push(id, { n });
  const full = await push(id, {});
  assert.deepEqual([full.status, /is full/.test(full.text)], [429, true]);
  await send('PUT', `/workflow/${id}/pause`);
  const paused = await push(id, {});
  assert.equal(paused.status, 409);
  assert.match(paused.text, /in state PAUSED. Workflow must be RUNNING/);
});

test('a server without message queues waits for a worker of that type', async () => {
  const { begin, outline } = createClient();
  assert.equal(await outline(await begin([pull()])), 'RUNNING, pull SCHEDULED');
});

test('a server older than the message queues has none', async () => {
  const { begin, send } = createClient({ conductorMessages: true, conductorVersion: '3.22.0' });
  const id = await begin([human('a')]);
  assert.equal((await send('POST', `/workflow/${id}/messages`, {})).status, 404);
});

test('--messages turns the message queues on', () => {
  assert.deepEqual(parseCommandLine(['--messages', '--port=0']), {
    kind: 'ok',
    options: { conductorMessages: true, port: 0 },
  });
});

/** The input of an agent's question, which the server takes from the call of a tool. */
const question = {
  tool_name: 'refund',
  parameters: { order: 'A-17', amount: 480 },
  tool_calls: [{ name: 'refund', inputParameters: { order: 'A-17' } }],
  response_schema: {
    type: 'object',
    required: ['approved'],
    properties: { approved: { type: 'boolean' }, reason: { type: 'string' } },
  },
  response_ui_schema: { 'ui:order': ['approved', 'reason'] },
};

test('an agent’s HUMAN task has the tool and the schema of the answer in its input', async () => {
  const { begin, execution, read } = createClient();
  const id = await begin([human('approve', question)]);
  assert.deepEqual((await execution(id)).tasks[0]?.inputData, question);
  const status = await read<Record<string, unknown>>(`/agent/${id}/status`);
  const { tool_calls: _, ...told } = question;

  assert.deepEqual(status['pendingTool'], { taskRefName: 'approve', ...told });
  assert.deepEqual(
    [status['status'], status['isWaiting'], status['isComplete'], status['isRunning']],
    ['RUNNING', true, false, true],
  );
});

test('an answer to an agent completes the first open HUMAN task, and nothing after the last', async () => {
  const { begin, send, outline, execution, read } = createClient();
  const id = await begin([human('first', question), human('second', question)]);
  await send('POST', `/agent/${id}/respond`, { approved: true });
  assert.equal(await outline(id), 'RUNNING, first COMPLETED, second IN_PROGRESS');
  assert.deepEqual((await execution(id)).tasks[0]?.outputData, { approved: true });
  await send('POST', `/agent/${id}/respond`, { approved: false, reason: 'no' });
  const late = await send('POST', `/agent/${id}/respond`, {});

  assert.deepEqual([late.status, /No pending HUMAN task/.test(late.text)], [500, true]);
  assert.equal((await send('POST', '/agent/none/respond', {})).status, 404);
  const status = await read<Record<string, unknown>>(`/agent/${id}/status`);
  assert.deepEqual([status['isComplete'], status['isWaiting']], [true, undefined]);
});
