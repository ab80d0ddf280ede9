import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, task, type Client } from '../client.ts';

const child = (name: string, more: object = {}) =>
  task('SUB_WORKFLOW', 's', { subWorkflowParam: { name }, ...more });

async function withChild(client: Client) {
  const tasks = [task('HUMAN', 'c1'), task('HUMAN', 'c2')];
  await client.send('POST', '/metadata/workflow', { name: 'c', tasks });
  const parent = await client.begin([child('c'), task('HUMAN', 'after')]);
  const kid = (await client.execution(parent)).tasks[0]?.subWorkflowId ?? '';
  return { parent, kid };
}

test('a retry that resumes children keeps the child and runs its failed task again', async () => {
  const client = createClient();
  const { parent, kid } = await withChild(client);
  await client.send('POST', `/tasks/${kid}/c1/COMPLETED`, {});
  await client.send('POST', `/tasks/${kid}/c2/FAILED`, {});

  await client.send('POST', `/workflow/${parent}/retry?resumeSubworkflowTasks=true`);

  assert.equal(await client.outline(kid), 'RUNNING, c1 COMPLETED, c2 FAILED, c2 IN_PROGRESS');
  assert.equal(await client.outline(parent), 'RUNNING, s IN_PROGRESS');
  assert.equal((await client.execution(parent)).tasks[0]?.subWorkflowId, kid);
});

test('with nothing to resume such a retry does nothing, and says so with 204', async () => {
  const client = createClient();
  const id = await client.begin([task('NOOP', 'n')]);

  const answer = await client.send('POST', `/workflow/${id}/retry?resumeSubworkflowTasks=true`);

  assert.equal(answer.status, 204);
  assert.equal(await client.outline(id), 'COMPLETED, n COMPLETED');
});

test('a restart keeps the names of the failed tasks, and reopens the parent of a child', async () => {
  const client = createClient();
  const { parent, kid } = await withChild(client);
  await client.send('POST', `/tasks/${kid}/c1/FAILED`, {});
  assert.equal((await client.execution(parent)).status, 'FAILED');

  await client.send('POST', `/workflow/${kid}/restart`);

  const restarted = await client.read<Record<string, unknown>>(`/workflow/${kid}`);
  assert.deepEqual(restarted['failedReferenceTaskNames'], ['c1']);
  assert.equal(await client.outline(parent), 'RUNNING, s IN_PROGRESS');
});

test('a rerun takes a correlation id, and the id of a task of a child', async () => {
  const client = createClient();
  const { parent, kid } = await withChild(client);
  const taskId = (await client.execution(kid)).tasks[0]?.taskId;
  await client.send('POST', `/tasks/${kid}/c1/FAILED`, {});

  const body = { reRunFromTaskId: taskId, correlationId: 'again' };
  assert.equal((await client.send('POST', `/workflow/${parent}/rerun`, body)).status, 200);

  assert.equal(await client.outline(kid), 'RUNNING, c1 IN_PROGRESS');
  const rerun = await client.read<Record<string, unknown>>(`/workflow/${parent}`);
  assert.deepEqual([rerun['status'], rerun['correlationId']], ['RUNNING', 'again']);
});

test('a rerun of what has timed out times out again, without a task', async () => {
  const client = createClient();
  const more = { timeoutSeconds: 5, timeoutPolicy: 'TIME_OUT_WF' };
  const id = await client.begin([task('HUMAN', 'h')], more);
  client.mock.clock.advance(6000);

  await client.send('POST', `/workflow/${id}/rerun`, {});

  assert.equal(await client.outline(id), 'TIMED_OUT');
  await client.send('POST', `/workflow/${id}/restart`);
  assert.equal(await client.outline(id), 'RUNNING, h IN_PROGRESS');
  client.mock.clock.advance(6000);
  assert.equal((await client.execution(id)).status, 'TIMED_OUT');
});

test('a JOIN waits for ever for a task that was skipped', async () => {
  const client = createClient();
  const id = await client.begin([
    task('FORK_JOIN', 'f', { forkTasks: [[task('HUMAN', 'a')], [task('HUMAN', 'b')]] }),
    task('JOIN', 'j', { joinOn: ['a', 'b', 'c'] }),
    task('HUMAN', 'c'),
  ]);
  await client.send('PUT', `/workflow/${id}/skiptask/c`);
  await client.send('POST', `/tasks/${id}/a/COMPLETED`, {});
  await client.send('POST', `/tasks/${id}/b/COMPLETED`, {});

  assert.match(await client.outline(id), /^RUNNING, .*j IN_PROGRESS/);
});

test('a skipped task takes its output from the query, and only with brackets', async () => {
  const client = createClient();
  const id = await client.begin([task('HUMAN', 'a'), task('HUMAN', 'b')]);

  const json = `/workflow/${id}/skiptask/b?taskInput=${encodeURIComponent('{"a":1}')}`;
  assert.equal((await client.send('PUT', json)).status, 500);
  await client.send('PUT', `/workflow/${id}/skiptask/b?taskOutput%5Bx%5D=1`);

  const skipped = (await client.execution(id)).tasks.find((one) => one.status === 'SKIPPED');
  assert.deepEqual(skipped?.outputData, { x: '1' });
});

test('a failure starts the failure workflow; a termination does not', async () => {
  const client = createClient();
  await client.send('POST', '/metadata/workflow', { name: 'rescue', tasks: [task('HUMAN', 'r')] });
  const more = { failureWorkflow: 'rescue' };
  const failed = await client.begin([task('HUMAN', 'h')], more);
  const ended = await client.begin([task('HUMAN', 'h')], more);

  await client.send('POST', `/tasks/${failed}/h/FAILED`, {});
  await client.send('DELETE', `/workflow/${ended}`);

  const rescuer = (await client.execution(failed)).output['conductor.failure_workflow'];
  assert.equal(await client.outline(String(rescuer)), 'RUNNING, r IN_PROGRESS');
  assert.deepEqual((await client.execution(ended)).output, {});
});

test('a start with a missing failure workflow or child tells it in words', async () => {
  const client = createClient();
  const id = await client.begin([task('HUMAN', 'h')], { failureWorkflow: 'none' });
  await client.send('POST', `/tasks/${id}/h/FAILED`, {});
  const output = (await client.execution(id)).output['conductor.failure_workflow'];
  assert.match(String(output), /^Error workflow none failed to start/);

  const parent = await client.begin([child('none')]);
  assert.equal(await client.outline(parent), 'FAILED, s FAILED');
});

test('an optional task that fails last stays FAILED', async () => {
  const client = createClient();
  const optional = { optional: true };
  const last = await client.begin([task('HUMAN', 'o', optional)]);
  const middle = await client.begin([task('HUMAN', 'o', optional), task('HUMAN', 'h')]);
  for (const id of [last, middle]) await client.send('POST', `/tasks/${id}/o/FAILED`, {});

  assert.equal(await client.outline(last), 'COMPLETED, o FAILED');
  assert.equal(await client.outline(middle), 'RUNNING, o COMPLETED_WITH_ERRORS, h IN_PROGRESS');
});

test('a DYNAMIC task is what its input names', async () => {
  const client = createClient();
  const dynamic = (name: string) =>
    client.begin([
      task('DYNAMIC', 'd', { dynamicTaskNameParam: 'n', inputParameters: { n: name } }),
    ]);

  assert.equal(await client.outline(await dynamic('HUMAN')), 'RUNNING, d IN_PROGRESS');
  assert.equal(await client.outline(await dynamic('NOOP')), 'COMPLETED, d COMPLETED');
  assert.equal(await client.outline(await dynamic('a_worker')), 'RUNNING, d SCHEDULED');
});
