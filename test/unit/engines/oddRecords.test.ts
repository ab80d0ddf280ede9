import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type Bodies, conductorWith } from './answering.ts';
import { approve, cases, conductorExecution, summaries } from './oddAnswers.ts';
import { detail, waiting } from './shownLists.ts';

const { signal } = new AbortController();

for (const [what, engine, list, expected] of cases) {
  test(`an odd record among ${what} is told, and hides no other`, async () => {
    const found = await list(engine);
    assert.deepEqual([...found.rows].sort(), [...expected.rows].sort());
    assert.deepEqual(found.odd, expected.odd);
  });
}

const taskWith = (output: string) =>
  `{"taskId":"t-3","referenceTaskName":"c","workflowInstanceId":"w-2","status":"COMPLETED","outputData":${output}}`;
const executionWith = (output: string) =>
  `{"workflowId":"w-2","status":"RUNNING","tasks":[${JSON.stringify(approve)},${taskWith(output)}]}`;
const deep = `${'{"a":['.repeat(1500)}1.0${']}'.repeat(1500)}`;

const unwritable: readonly (readonly [string, string])[] = [
  ['{"score":NaN}', 'outputData.score is NaN, which is no JSON'],
  ['{"low":-Infinity,"high":1.0}', 'outputData.low is -Infinity, which is no JSON'],
  [`{"b":${deep}}`, 'outputData.b.a.0… is nested more than 1000 levels deep'],
];

for (const [output, problem] of unwritable) {
  const odd = `Task t-3: ${problem}`;
  const server: Bodies = {
    '/workflow/search': { totalHits: 4, results: [summaries[1]] },
    '/workflow/w-2': executionWith(output),
    '/tasks/t-3': taskWith(output),
  };
  test(`a task whose ${problem} hides no other, and is never written back`, async () => {
    const engine = conductorWith(server);
    assert.deepEqual(await detail(engine), { rows: ['approve'], odd: [odd] });
    assert.deepEqual(await waiting(engine), { rows: ['approve'], odd: [odd] });
    const ref = { connection: 'c', workflow: 'orders', execution: 'w-2', task: 't-3' };
    await assert.rejects(engine.readTask(ref, signal), (error: Error) => {
      assert.equal(error.message, `The server's answer has an unexpected shape: ${problem}.`);
      return true;
    });
  });
}

test('what is no JSON at all hides only its own execution', async () => {
  const engine = conductorWith({
    '/workflow/search': {
      totalHits: 2,
      results: [summaries[1], { ...Object(summaries[1]), workflowId: 'w-4' }],
    },
    '/workflow/w-2': conductorExecution,
    '/workflow/w-4': '{"workflowId":"w-4","status":"RUNNING","tasks":[NaN,',
  });
  const { rows, odd } = await waiting(engine);
  assert.deepEqual(rows, ['approve']);
  assert.ok(odd.includes('Execution w-4: The server answered with something that is not JSON.'));
});
