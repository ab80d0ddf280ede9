import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { after, createWorld, listOf, waiting, working } from './world.ts';

test('tasks run by themselves in the order of their dependencies', async () => {
  const { define, run, look, clock } = createWorld({ workMs: 1000 });
  await define('w', working('b', after('a')), working('a'), working('c'));
  const id = await run('w');
  assert.deepEqual(await look(id), ['RUNNING', 'a IN_PROGRESS', 'c IN_PROGRESS']);
  clock.advance(1000);
  assert.deepEqual(await look(id), ['RUNNING', 'a COMPLETED', 'c COMPLETED', 'b IN_PROGRESS']);
  clock.advance(1000);
  assert.deepEqual((await look(id))[0], 'COMPLETED');
});

test('a task that is completed from outside waits after its call and merges the output', async () => {
  const { define, run, look, clock, ask, taskId, update } = createWorld({ workMs: 10 });
  await define('w', waiting('ask'), working('next', after('ask')));
  const id = await run('w');
  clock.advance(60_000);
  assert.deepEqual(await look(id), ['RUNNING', 'ask IN_PROGRESS']);

  const answer = await update(await taskId(id, 'ask'), 'COMPLETED', { rows: 42, response: 'mine' });

  assert.equal(answer.status, 200);
  assert.equal(answer.body['status'], 'COMPLETED');
  assert.deepEqual(await look(id), ['RUNNING', 'ask COMPLETED', 'next IN_PROGRESS']);
  const [task] = listOf((await ask('GET', `/executions/${id}`)).body['executedTasks']);
  const output = listOf([task?.['output']])[0] ?? {};
  assert.deepEqual([output['rows'], output['response']], [42, 'mine']);
  assert.equal(typeof output['callId'], 'number');
});

test('a FAILED task is retried as another task until its retries are used up', async () => {
  const { define, run, look, clock, taskId, update } = createWorld({ retryMs: 500 });
  await define('w', waiting('ask', { retries: 1 }));
  const id = await run('w');
  await update(await taskId(id, 'ask'), 'FAILED');
  assert.deepEqual(await look(id), ['RUNNING', 'ask FAILED', 'ask SCHEDULED']);
  clock.advance(500);
  assert.deepEqual(await look(id), ['RUNNING', 'ask FAILED', 'ask IN_PROGRESS']);
  await update(await taskId(id, 'ask'), 'FAILED');
  assert.deepEqual(await look(id), ['FAILED', 'ask FAILED', 'ask FAILED']);
});

test('a terminal error is not retried, and cancels the other open tasks', async () => {
  const { define, run, look, taskId, update } = createWorld();
  await define('w', waiting('ask', { retries: 5 }), working('other'));
  const id = await run('w');
  await update(await taskId(id, 'ask'), 'FAILED_WITH_TERMINAL_ERROR');
  assert.deepEqual(await look(id), ['FAILED', 'ask FAILED_WITH_TERMINAL_ERROR', 'other CANCELED']);
});

test('skipTask lets the following tasks run', async () => {
  const { define, run, look, taskId, update } = createWorld();
  await define(
    'w',
    waiting('ask', { retries: 0, onFailure: 'skipTask' }),
    working('next', after('ask')),
  );
  const id = await run('w');
  await update(await taskId(id, 'ask'), 'FAILED');
  assert.deepEqual(await look(id), ['RUNNING', 'ask COMPLETED_WITH_ERRORS', 'next IN_PROGRESS']);
});

test('a timeout is final, without a retry', async () => {
  const { define, run, look, clock } = createWorld();
  await define('w', waiting('ask', { timeout: 100 }));
  const id = await run('w');
  clock.advance(100_000);
  assert.deepEqual(await look(id), ['FAILED', 'ask TIMED_OUT']);
});

test('a dynamic task creates its children from a reference; followers wait for them', async () => {
  const made = { tasks: [working('c1'), working('c2', after('c1'))] };
  const { define, run, look, ask, clock } = createWorld({
    workMs: 10,
    behaviours: { 'fn-plan': { response: made } },
  });
  const fan = { externalId: 'fan', type: 'dynamic', ...after('plan') };
  const parameters = { dynamic: { tasks: '${plan.output.response.tasks}' } };
  await define('w', working('plan'), { ...fan, parameters }, working('end', after('fan')));
  const id = await run('w');
  clock.advance(10);
  assert.deepEqual((await look(id)).slice(2), ['fan COMPLETED', 'c1 IN_PROGRESS']);
  clock.advance(10);
  assert.deepEqual((await look(id)).slice(3), ['c1 COMPLETED', 'c2 IN_PROGRESS']);
  clock.advance(10);
  assert.deepEqual((await look(id)).slice(4), ['c2 COMPLETED', 'end IN_PROGRESS']);
  const tasks = listOf((await ask('GET', `/executions/${id}`)).body['executedTasks']);
  assert.deepEqual(
    tasks.map((task) => task['parentTaskExternalId']),
    [null, null, 'fan', 'fan', null],
  );
});

test('a subworkflow is open while its tasks are, written out or by reference', async () => {
  const { define, run, look, taskId, update } = createWorld();
  await define('inner', waiting('ask'));
  const byReference = { workflowExternalId: 'inner', version: '1' };
  const sub = (externalId: string, subworkflow: object) => ({
    externalId,
    type: 'subworkflow',
    parameters: { subworkflow },
  });
  await define('w', sub('a', { tasks: [waiting('in')] }), sub('b', byReference));
  const id = await run('w');
  assert.deepEqual((await look(id)).toSorted(), [
    'RUNNING',
    'a IN_PROGRESS',
    'ask IN_PROGRESS',
    'b IN_PROGRESS',
    'in IN_PROGRESS',
  ]);
  await update(await taskId(id, 'in'), 'COMPLETED');
  await update(await taskId(id, 'ask'), 'COMPLETED');
  assert.deepEqual((await look(id)).toSorted()[0], 'COMPLETED');
});

test('references are replaced by values of the input and of other tasks', async () => {
  const { define, run, ask, taskId, update } = createWorld();
  const data = {
    day: '${workflow.input.day}',
    text: 'rows: ${ask.output.rows}',
    all: '${ask.output}',
  };
  const parameters = { function: { externalId: 'f', data } };
  await define('w', waiting('ask'), {
    externalId: 'b',
    type: 'function',
    parameters,
    ...after('ask'),
  });
  const id = await run('w', { day: { iso: '2026-11-21' } });
  await update(await taskId(id, 'ask'), 'COMPLETED', { rows: [1, 2] });
  const tasks = listOf((await ask('GET', `/executions/${id}`)).body['executedTasks']);
  const call = listOf([tasks[1]?.['input']]).map((input) => listOf([input['function']])[0])[0];
  const given = listOf([call?.['data']])[0] ?? {};
  assert.deepEqual([given['day'], given['text']], [{ iso: '2026-11-21' }, 'rows: [1,2]']);
  assert.equal(given['cogniteOrchestrationTaskId'], tasks[1]?.['id']);
});

test('a cancelled run is TERMINATED with its reason; a retry resumes what was open', async () => {
  const { define, run, look, ask } = createWorld();
  await define('w', waiting('ask'));
  const id = await run('w');
  const cancelled = await ask('POST', `/executions/${id}/cancel`, { reason: 'why' });
  assert.deepEqual(
    [cancelled.status, cancelled.body['status'], cancelled.body['reasonForIncompletion']],
    [200, 'TERMINATED', 'why'],
  );
  assert.deepEqual(await look(id), ['TERMINATED', 'ask CANCELED']);

  assert.equal((await ask('POST', `/executions/${id}/retry`, {})).status, 400);
  const retried = await ask('POST', `/executions/${id}/retry`, { authentication: { nonce: 'n' } });
  assert.deepEqual([retried.status, retried.body['id']], [200, id]);
  assert.deepEqual(await look(id), ['RUNNING', 'ask CANCELED', 'ask IN_PROGRESS']);
});

test('reads show an update only after a while, where the settings say so', async () => {
  const { define, run, look, clock, ask, taskId, update } = createWorld({ visibleAfterMs: 5000 });
  await define('w', waiting('ask'));
  const id = await run('w');
  const answer = await update(await taskId(id, 'ask'), 'COMPLETED');
  assert.equal(answer.body['status'], 'COMPLETED');
  assert.deepEqual(await look(id), ['RUNNING', 'ask IN_PROGRESS']);
  const { body } = await ask('POST', '/executions/list', {});
  assert.equal(listOf(body['items'])[0]?.['status'], 'RUNNING');
  clock.advance(5000);
  assert.deepEqual(await look(id), ['COMPLETED', 'ask COMPLETED']);
});
