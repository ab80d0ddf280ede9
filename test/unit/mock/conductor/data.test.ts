import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createClient, task } from '../client.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`cases/${name}.json`, import.meta.url), 'utf8'));

for (const [queryExpression, resultList] of [
  ['.a[] | .b', [1, 'x', null]],
  ['.a[0].b', [1]],
  ['.a[-1]', [{ c: null }]],
  ['.x.y', [null]],
  ['[.a[] | .b]', [[1, 'x', null]]],
  ['{n: .o.k, "m": .a[1].b}', [{ n: 2, m: 'x' }]],
  ['.a | length', [3]],
  ['.a | map(.b)', [[1, 'x', null]]],
  ['.a[] | select(.b == 1)', [{ b: 1 }]],
  ['.o | keys', [['k']]],
  ['.o.k + 1, .o["k"]', [3, 2]],
] as const) {
  test(`the jq filter ${queryExpression}`, async () => {
    const client = createClient();
    const a = [{ b: 1 }, { b: 'x' }, { c: null }];
    const id = await client.begin([
      task('JSON_JQ_TRANSFORM', 'q', { inputParameters: { queryExpression, a, o: { k: 2 } } }),
    ]);
    const { outputData } = (await client.execution(id)).tasks[0] ?? {};
    assert.deepEqual(outputData, { result: resultList[0], resultList });
  });
}

test("a loop's condition sees what its body has made", async () => {
  const client = createClient();
  await client.send('POST', '/metadata/workflow', read('liveCondition'));
  const { text: id } = await client.send('POST', '/workflow/poll_three_times', {});
  assert.equal(
    await client.outline(id),
    'COMPLETED, poll COMPLETED, i__1 COMPLETED, i__2 COMPLETED, i__3 COMPLETED',
  );
});

for (const name of ['ownId', 'nestedReference']) {
  test(`the definition ${name} is accepted`, async () => {
    const client = createClient();
    assert.equal((await client.send('POST', '/metadata/workflow', read(name))).status, 200);
  });
}

test('a task may have its own id in its input', async () => {
  const client = createClient();
  const id = await client.begin([
    task('HUMAN', 'h', { inputParameters: { me: '${CPEWF_TASK_ID}', escaped: '$${workflow.x}' } }),
  ]);
  const [run] = (await client.execution(id)).tasks;
  assert.deepEqual(run?.inputData, { me: run?.taskId, escaped: '${workflow.x}' });
});

test('a loop that keeps its last rounds forgets the others', async () => {
  const client = createClient();
  const id = await client.begin([
    task('DO_WHILE', 'loop', {
      loopCondition: '$.loop.iteration < 4',
      inputParameters: { keepLastN: 2 },
      loopOver: [task('HUMAN', 'h')],
    }),
  ]);
  for (const v of [1, 2, 3]) await client.send('POST', `/tasks/${id}/h/COMPLETED`, { v });
  assert.equal(
    await client.outline(id),
    'RUNNING, loop IN_PROGRESS, h__3 COMPLETED, h__4 IN_PROGRESS',
  );
  const [loop] = (await client.execution(id)).tasks;
  assert.deepEqual(Object.keys(loop?.outputData ?? {}), ['2', '3', 'iteration']);
});

for (const [ref, definition, message] of [
  [
    'a task without a reference name',
    { name: 'x', type: 'HUMAN' },
    /taskReferenceName name cannot/,
  ],
  ['a child without parameters', task('SUB_WORKFLOW', 's'), /subWorkflowParam field is required/],
  ['a SWITCH without cases', task('SWITCH', 's'), /decisionCases should have atleast one task/],
  [
    'a WAIT until some day',
    task('WAIT', 's', { inputParameters: { until: 'soon' } }),
    /Unable to parse/,
  ],
  [
    'a deep reference to nowhere',
    task('HUMAN', 's', { inputParameters: { a: [{ b: '${no.x}' }] } }),
    /taskReferenceName: no for given task: s input value: b/,
  ],
] as const) {
  test(`a definition with ${ref} is refused`, async () => {
    const client = createClient();
    const body = { name: 'bad', tasks: [definition] };
    const answer = await client.send('POST', '/metadata/workflow', body);
    assert.equal(answer.status, 400);
    assert.match(answer.text, message);
  });
}

for (const [text, hits] of [
  ['ann@example', 1],
  ['ann%com', 1],
  ['a_n@', 1],
  ['ann*com', 1],
  ['ann com', 0],
] as const) {
  test(`the free text ${text} finds ${hits}`, async () => {
    const client = createClient();
    await client.begin([task('HUMAN', 'h')]);
    await client.send('POST', '/workflow/w', { mail: 'ann@example.com' });
    const path = `/workflow/search?freeText=${encodeURIComponent(text)}`;
    assert.equal((await client.read<{ totalHits: number }>(path)).totalHits, hits);
  });
}

test('a task in a domain is given to its own workers only, and counted in its queue', async () => {
  const client = createClient();
  await client.begin([task('SIMPLE', 's')]);
  await client.send('GET', '/tasks/poll/s');
  await client.send('POST', '/workflow', { name: 'w', taskToDomain: { s: 'left' } });

  assert.equal((await client.send('GET', '/tasks/poll/s')).status, 204);
  const sizes = await client.read('/tasks/queue/sizes?taskType=s&taskType=left:s');
  assert.deepEqual(sizes, { s: 0, 'left:s': 1 });
  assert.equal((await client.send('GET', '/tasks/poll/s?domain=left')).status, 200);
});
