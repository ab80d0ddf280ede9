import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../../../src/domain/engineError.ts';
import { outputHints } from '../../../../../src/engines/cognite/read/outputHints.ts';
import { fakeTask } from '../../../../support/fakeTask.ts';
import { startMock } from '../../../../support/startMock.ts';
import { cogniteConnection, cogniteEngine } from '../../../../support/cogniteEngine.ts';
import { fakeProject, signal } from '../builders.ts';

const definition = {
  tasks: [
    { externalId: 'approve', name: 'Approve', type: 'function', parameters: {} },
    {
      externalId: 'ship',
      name: 'Ship',
      type: 'function',
      parameters: {
        function: {
          data: { to: '${approve.output.address.city}', n: '${approve.output.rows[0]}' },
        },
      },
    },
    {
      externalId: 'bill',
      type: 'cdf',
      parameters: { cdfRequest: { body: '${approve.output.rows}' } },
    },
  ],
};

function run(id: string, more: object = {}, task: object = {}) {
  return {
    id,
    workflowExternalId: 'w',
    version: '2',
    status: 'COMPLETED',
    metadata: {},
    workflowDefinition: definition,
    executedTasks: [
      {
        id: `task-${id}`,
        externalId: 'approve',
        status: 'COMPLETED',
        taskType: 'function',
        input: {},
        output: { callId: 1, functionId: 2, response: null, by: id },
        startTime: 1,
        endTime: 2,
        ...task,
      },
    ],
    ...more,
  };
}

/** Answers by request: the list, or an execution by its id. */
function project(list: readonly object[], runs: Readonly<Record<string, object>>) {
  return fakeProject(({ path, method }) => {
    if (method === 'POST') return { items: list };
    const found = runs[path.split('/').at(-1) ?? ''];
    return found ?? new EngineError('notFound', 'no', { nothingApplied: true });
  });
}

const open = run(
  'now',
  { status: 'RUNNING' },
  { status: 'IN_PROGRESS', endTime: undefined, output: {} },
);
const task = {
  ...fakeTask,
  ref: { connection: 'c1', workflow: 'w', execution: 'now', task: 'task-now' },
  engineFields: { externalId: 'approve' },
};

test('hints name the tasks that read the output, and the keys', async () => {
  const { keys } = await outputHints(project([], { now: open }).project, task, signal);
  assert.deepEqual(keys, [
    { path: ['address', 'city'], source: 'read by Ship' },
    { path: ['rows'], source: 'read by Ship, read by bill' },
  ]);
});

test('earlier outputs come from the two newest runs of the version, without the engine’s own keys', async () => {
  const list = [
    run('now', { createdTime: 9 }),
    run('a', { createdTime: 1 }),
    run('c', { createdTime: 3 }),
    run('b', { createdTime: 2 }),
  ];
  const { project: asked, requests } = project(list, {
    now: open,
    b: run('b'),
    c: run('c', {}, { endTime: 5 }),
  });
  const { earlier } = await outputHints(asked, task, signal);
  assert.deepEqual(earlier, [
    { source: 'Approve of c', endedAt: 5, value: { by: 'c' } },
    { source: 'Approve of b', endedAt: 2, value: { by: 'b' } },
  ]);
  assert.equal(requests.length, 4);
  assert.deepEqual(requests[1]?.body, {
    kind: 'json',
    value: {
      filter: { workflowFilters: [{ externalId: 'w', version: '2' }], status: ['COMPLETED'] },
      limit: 100,
    },
  });
});

test('an output without keyAdditions by a person is no earlier output', async () => {
  const plain = run('a', {}, { output: { callId: 1, functionId: 2, response: {} } });
  const { earlier } = await outputHints(
    project([plain], { now: open, a: plain }).project,
    task,
    signal,
  );
  assert.deepEqual(earlier, []);
});

test('the demo shows hints for the task that an engineer approves', async () => {
  const mock = await startMock();
  try {
    const engine = cogniteEngine(cogniteConnection(mock.cogniteUrl));
    const { tasks } = (await engine.listWaiting?.(10, signal)) ?? { tasks: [] };
    const waiting = tasks.find(
      ({ engineFields }) => engineFields['externalId'] === 'approve-anomaly',
    );
    assert.ok(waiting);
    const hints = await engine.outputHints?.(waiting, signal);
    assert.deepEqual(
      hints?.keys.map(({ path }) => path.join('.')),
      ['approved', 'comment'],
    );
    assert.deepEqual(hints?.earlier[0]?.value, {
      approved: true,
      comment: 'Start-up transient',
      approvedBy: 'kari',
    });
  } finally {
    await mock.close();
  }
});
