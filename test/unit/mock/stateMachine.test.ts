import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, task } from './client.ts';

test('a human task waits, and completing it starts the next one', async () => {
  const { begin, send, outline } = createClient();
  const id = await begin([task('HUMAN', 'ask'), task('SIMPLE', 'work')]);
  assert.equal(await outline(id), 'RUNNING, ask IN_PROGRESS');

  await send('POST', `/tasks/${id}/ask/COMPLETED`, { ok: true });
  assert.equal(await outline(id), 'RUNNING, ask COMPLETED, work SCHEDULED');

  await send('POST', `/tasks/${id}/work/COMPLETED`, { done: 1 });
  assert.equal(await outline(id), 'COMPLETED, ask COMPLETED, work COMPLETED');
});

test('a failed human task fails the workflow and cancels what is open', async () => {
  const { begin, send, outline, execution } = createClient();
  const id = await begin([
    task('FORK_JOIN', 'fork', { forkTasks: [[task('HUMAN', 'a')], [task('WAIT', 'b')]] }),
    task('JOIN', 'join', { joinOn: ['a', 'b'] }),
  ]);

  await send('POST', `/tasks/${id}/a/FAILED`, {});

  assert.equal(await outline(id), 'FAILED, fork COMPLETED, a FAILED, b CANCELED, join CANCELED');
  assert.match((await execution(id)).reasonForIncompletion ?? '', /failed with status: FAILED/);
});

test('an optional task that fails becomes COMPLETED_WITH_ERRORS and the flow goes on', async () => {
  const { begin, send, outline } = createClient();
  const id = await begin([task('HUMAN', 'a', { optional: true }), task('HUMAN', 'b')]);

  await send('POST', `/tasks/${id}/a/FAILED`, {});

  assert.equal(await outline(id), 'RUNNING, a COMPLETED_WITH_ERRORS, b IN_PROGRESS');
});

test('a failed permissive task lets the workflow go on and fails it at its end', async () => {
  const { begin, send, outline } = createClient();
  const id = await begin([task('HUMAN', 'a', { permissive: true }), task('HUMAN', 'b')]);

  await send('POST', `/tasks/${id}/a/FAILED`, {});
  assert.equal(await outline(id), 'RUNNING, a FAILED, b IN_PROGRESS');

  await send('POST', `/tasks/${id}/b/COMPLETED`, {});
  assert.equal(await outline(id), 'FAILED, a FAILED, b COMPLETED');
});

test('a worker task is retried as often as its definition says, after its delay', async () => {
  let now = 1_000_000;
  const { begin, send, outline, execution } = createClient({ now: () => now });
  const retrying = [{ name: 's', retryCount: 1, retryDelaySeconds: 60 }];
  await send('POST', '/metadata/taskdefs', retrying);
  const id = await begin([task('SIMPLE', 's')]);

  await send('POST', `/tasks/${id}/s/FAILED`, {});
  assert.equal(await outline(id), 'RUNNING, s FAILED, s SCHEDULED');
  assert.equal((await send('GET', '/tasks/poll/s')).status, 204);

  now += 60_000;
  assert.equal((await send('GET', '/tasks/poll/s?workerid=w')).status, 200);
  assert.equal((await execution(id)).tasks[1]?.workerId, 'w');

  await send('POST', `/tasks/${id}/s/FAILED`, {});
  assert.equal(await outline(id), 'FAILED, s FAILED, s FAILED');
});

test('a fork starts its branches together and the join waits for all', async () => {
  const { begin, send, outline, execution } = createClient();
  const id = await begin([
    task('FORK_JOIN', 'f', {
      forkTasks: [[task('HUMAN', 'a'), task('HUMAN', 'a2')], [task('HUMAN', 'b')]],
    }),
    task('JOIN', 'j', { joinOn: ['a2', 'b'] }),
  ]);
  await send('POST', `/tasks/${id}/b/COMPLETED`, { b: 1 });
  await send('POST', `/tasks/${id}/a/COMPLETED`, {});
  assert.equal(
    await outline(id),
    'RUNNING, f COMPLETED, a COMPLETED, b COMPLETED, j IN_PROGRESS, a2 IN_PROGRESS',
  );

  await send('POST', `/tasks/${id}/a2/COMPLETED`, { a: 2 });

  const { status, output } = await execution(id);
  assert.equal(status, 'COMPLETED');
  assert.deepEqual(output, { a: 2 });
});

test('a loop names its tasks by iteration and takes the bare name for the open one', async () => {
  const { begin, send, outline, execution } = createClient();
  const id = await begin([
    task('DO_WHILE', 'loop', {
      loopCondition: "if ($.loop['iteration'] < 2) { true; } else { false; }",
      loopOver: [task('HUMAN', 'h')],
    }),
  ]);
  await send('POST', `/tasks/${id}/h/COMPLETED`, { page: 1 });
  assert.equal(await outline(id), 'RUNNING, loop IN_PROGRESS, h__1 COMPLETED, h__2 IN_PROGRESS');

  await send('POST', `/tasks/${id}/h/COMPLETED`, { page: 2 });

  assert.equal(await outline(id), 'COMPLETED, loop COMPLETED, h__1 COMPLETED, h__2 COMPLETED');
  assert.deepEqual((await execution(id)).tasks[0]?.outputData, {
    '1': { h: { page: 1 } },
    '2': { h: { page: 2 } },
    iteration: 2,
  });
});

test('a child execution passes its end and its output to its parent', async () => {
  const { begin, send, outline, execution } = createClient();
  await send('POST', '/metadata/workflow', { name: 'child', tasks: [task('HUMAN', 'inner')] });
  const id = await begin([
    task('SUB_WORKFLOW', 'sub', { subWorkflowParam: { name: 'child', version: 1 } }),
  ]);
  const child = (await execution(id)).tasks[0]?.subWorkflowId ?? '';
  assert.equal((await send('POST', `/tasks/${id}/inner/COMPLETED`, {})).text, '');

  await send('POST', `/tasks/${child}/inner/COMPLETED`, { laptop: 'grey' });

  assert.equal(await outline(id), 'COMPLETED, sub COMPLETED');
  assert.deepEqual((await execution(id)).output, { subWorkflowId: child, laptop: 'grey' });
});

test('a switch starts the task of the case that its input names', async () => {
  const { begin, outline } = createClient();
  const id = await begin([
    task('SWITCH', 'sw', {
      evaluatorType: 'javascript',
      expression: "$.n > 1 ? 'many' : 'few'",
      inputParameters: { n: 2 },
      decisionCases: { many: [task('HUMAN', 'count')], few: [task('HUMAN', 'look')] },
    }),
  ]);

  assert.equal(await outline(id), 'RUNNING, sw COMPLETED, count IN_PROGRESS');
});

test('a wait ends by itself when its time is over', async () => {
  const client = createClient();
  const id = await client.begin([
    task('WAIT', 'w', { inputParameters: { duration: '1 hours 30 minutes' } }),
    task('HUMAN', 'h'),
  ]);
  await client.send('POST', '/__mock__/clock', { advanceMs: 89 * 60_000 });
  assert.equal(await client.outline(id), 'RUNNING, w IN_PROGRESS');

  await client.send('POST', '/__mock__/clock', { advanceMs: 60_000 });

  assert.equal(await client.outline(id), 'RUNNING, w COMPLETED, h IN_PROGRESS');
});

test('a task of an unknown type waits for its worker', async () => {
  const { begin, outline } = createClient();
  const id = await begin([task('MY_OWN', 'mine')]);

  assert.equal(await outline(id), 'RUNNING, mine SCHEDULED');
});
