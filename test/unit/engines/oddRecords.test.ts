import assert from 'node:assert/strict';
import { test } from 'node:test';

import { executionTasks } from '../../../src/domain/executionTasks.ts';
import { type Bodies, cogniteWith, conductorWith, xpanderWith } from './answering.ts';
import { approve, cases, conductorExecution, summaries } from './oddAnswers.ts';
import { detail, waiting, workflows } from './shownLists.ts';

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

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'half \ud83d'];

test('workflows and tasks may have the names that JavaScript gives to objects', async () => {
  const versions = `{${names.map((name) => `${JSON.stringify(name)}:[{"name":${JSON.stringify(name)},"version":1.0}]`).join(',')}}`;
  const run = (name: string, index: number) => ({
    ...approve,
    taskId: `t-${index}`,
    referenceTaskName: name,
    status: name,
    taskType: name,
    workflowTask: { type: name },
    outputData: JSON.parse(`{${JSON.stringify(name)}:1}`) as object,
  });
  const engine = conductorWith({
    '/workflow/search': { totalHits: 0, results: [] },
    '/names-and-versions': versions,
    ...Object.fromEntries(names.map((name) => [`/workflow/running/${name}`, []])),
    '/workflow/w-2': { ...conductorExecution, status: '__proto__', tasks: names.map(run) },
  });
  assert.deepEqual(
    (await workflows(engine)).rows.toSorted(),
    names.map((name) => `${name} 1`).toSorted(),
  );
  assert.deepEqual(await detail(engine), { rows: names, odd: [] });
  const read = await engine.readExecution?.('w-2', signal);
  assert.equal(read?.execution.state, 'unknown');
  const keys = executionTasks(read?.nodes ?? []).map(({ output }) => Object.keys(output ?? {}));
  assert.deepEqual(keys.flat(), names);
  // No request can name half a character, and the list without an index asks by name.
  const notice = (await engine.listExecutions?.({}, { size: 50 }, signal))?.notice;
  assert.match(notice ?? '', /some of the running executions/);
});

test('agents and data workflows may have them too', async () => {
  const agent = (name: string) => ({ id: name, name, type: name, status: name });
  const listed = (await workflows(xpanderWith({ '/agents/list': names.map(agent) }))).rows;
  assert.deepEqual(listed.toSorted(), names.toSorted());
  const cdf = cogniteWith({
    '/workflows': { items: names.map((externalId) => ({ externalId })) },
    '/versions/list': {
      items: names.map((workflowExternalId) => ({ workflowExternalId, version: '__proto__' })),
    },
    '/executions/w-2': {
      id: 'w-2',
      workflowExternalId: '__proto__',
      status: 'toString',
      workflowDefinition: { tasks: names.map((externalId) => ({ externalId, type: externalId })) },
      executedTasks: names.map((externalId, index) => ({
        id: `${index}`,
        externalId,
        status: externalId,
      })),
    },
  });
  assert.deepEqual(
    (await workflows(cdf)).rows,
    names.map((name) => `${name} __proto__`),
  );
  assert.deepEqual((await detail(cdf)).rows.toSorted(), names.toSorted());
});
