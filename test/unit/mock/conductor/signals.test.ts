import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, task, type Client } from '../client.ts';

const wait = (ref: string) => task('WAIT', ref, { inputParameters: { i: ref } });

interface Signalled {
  readonly responseType: string;
  readonly targetWorkflowId: string;
  readonly workflowId: string;
  readonly signalTimeout: boolean;
  readonly requestId: string;
  readonly referenceTaskName?: string;
  readonly status: string;
}

async function post(client: Client, path: string, body: unknown = {}): Promise<Signalled> {
  const answer = await client.send('POST', path, body);
  assert.equal(answer.status, 200, answer.text);
  return JSON.parse(answer.text) as Signalled;
}

/** The id of the execution as soon as there is one. */
async function firstRunning(client: Client): Promise<string> {
  for (;;) {
    const [id] = await client.read<string[]>('/workflow/running/w');
    if (id !== undefined) return id;
  }
}

/** A client whose clock moves by itself, so that a wait of seconds ends at once. */
function hurried(): Client {
  let now = 1_700_000_000_000;
  return createClient({ now: () => (now += 500) });
}

test('a signal with nothing to end is silent, and 404 if it waits', async () => {
  const { begin, send } = createClient();
  const id = await begin([task('HUMAN', 'h'), wait('w')]);

  assert.equal((await send('POST', `/tasks/${id}/COMPLETED/signal`, {})).text, '');
  const answer = await send('POST', `/tasks/${id}/COMPLETED/signal/sync`, {});
  assert.equal(answer.status, 404);
  assert.match(answer.text, /Found no blocked task in workflow .* to signal/);
});

test('a signal answers at the next WAIT, by its return strategy', async () => {
  const client = createClient();
  const id = await client.begin([wait('w1'), wait('w2'), wait('w3'), task('HUMAN', 'h')]);
  const path = `/tasks/${id}/COMPLETED/signal/sync?returnStrategy=`;

  const workflow = await post(client, `${path}TARGET_WORKFLOW`);
  const blocked = await post(client, `${path}BLOCKING_TASK`);

  assert.deepEqual(
    [workflow.responseType, workflow.status, workflow.signalTimeout],
    ['TARGET_WORKFLOW', 'RUNNING', false],
  );
  assert.deepEqual([blocked.responseType, blocked.referenceTaskName], ['BLOCKING_TASK', 'w3']);
  assert.equal((await client.send('POST', `${path}NONSENSE`, {})).status, 500);
});

test('a signal that is followed by no WAIT answers after five seconds', async () => {
  const client = hurried();
  const id = await client.begin([wait('w'), task('HUMAN', 'h')]);

  const answer = await post(client, `/tasks/${id}/COMPLETED/signal/sync`);

  assert.equal(answer.signalTimeout, true);
  assert.equal(await client.outline(id), 'RUNNING, w COMPLETED, h IN_PROGRESS');
});

test('a signal reaches into a child, and tells of the child where it is asked to', async () => {
  const client = createClient();
  await client.send('POST', '/metadata/workflow', { name: 'c', tasks: [wait('w1'), wait('w2')] });
  const id = await client.begin([task('SUB_WORKFLOW', 's', { subWorkflowParam: { name: 'c' } })]);
  const child = (await client.execution(id)).tasks[0]?.subWorkflowId;

  const path = `/tasks/${id}/COMPLETED/signal/sync?returnStrategy=BLOCKING_WORKFLOW`;
  const answer = await post(client, path);

  assert.deepEqual([answer.targetWorkflowId, answer.workflowId], [id, child]);
});

test('a start that waits answers at the end, at a WAIT, or when its time is over', async () => {
  const client = hurried();
  const define = (name: string, ...tasks: object[]) =>
    client.send('POST', '/metadata/workflow', { name, tasks });
  await define('ends', task('NOOP', 'n'));
  await define('blocks', wait('w'), task('HUMAN', 'h'));
  await define('waits', task('HUMAN', 'h'));

  const ended = await post(client, '/workflow/execute/ends/0?requestId=r');
  const blocked = await post(client, '/workflow/execute/blocks/1');
  const late = await post(client, '/workflow/execute/waits/1?waitForSeconds=1');

  assert.deepEqual([ended.status, ended.requestId], ['COMPLETED', 'r']);
  assert.deepEqual([blocked.status, blocked.signalTimeout], ['RUNNING', false]);
  assert.deepEqual([late.status, late.signalTimeout], ['RUNNING', true]);
  assert.equal((await client.send('POST', '/workflow/execute/waits/9', {})).status, 404);
});

test('a start that waits for a task answers when somebody completes it', async () => {
  const client = createClient();
  const tasks = [task('HUMAN', 'h'), task('HUMAN', 'next')];
  await client.send('POST', '/metadata/workflow', { name: 'w', tasks });
  const path = '/workflow/execute/w/1?waitForSeconds=20&waitUntilTaskRef=h';
  const waiting = post(client, path, { correlationId: 'c' });

  await client.send('POST', `/tasks/${await firstRunning(client)}/h/COMPLETED`, {});

  assert.equal((await waiting).signalTimeout, false);
});
