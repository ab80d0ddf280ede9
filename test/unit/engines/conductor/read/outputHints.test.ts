import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { EngineError } from '../../../../../src/domain/engineError.ts';
import { loopPathsRead } from '../../../../../src/engines/conductor/read/loopPathsRead.ts';
import { outputHints } from '../../../../../src/engines/conductor/read/outputHints.ts';
import type { Send } from '../../../../../src/http/httpRequest.ts';
import { record, task } from '../builders.ts';

const { signal } = new AbortController();
const newest = { version: '3.32.1', hasSync: true, canCancel: true };
const old = { hasSync: true, canCancel: false };

/** A server with these paths only. Records the requested paths. */
function server(answers: Readonly<Record<string, unknown>>, asked: string[] = []): Send {
  return async (request) => {
    asked.push(request.path);
    const body = answers[request.path];
    if (body === undefined) throw new EngineError('notFound', 'no', { nothingApplied: true });
    return request.parse({ status: 200, headers: {}, text: JSON.stringify(body) });
  };
}

const reads = (...keys: string[]) => ({
  inputParameters: Object.fromEntries(keys.map((key) => [key, `\${review.output.${key}}`])),
});
const defined = (taskReferenceName: string, more: object = {}) => ({
  taskReferenceName,
  name: taskReferenceName,
  type: 'HUMAN',
  ...more,
});
const own = {
  taskId: 't1',
  referenceTaskName: 'review',
  workflowInstanceId: 'w1',
  status: 'IN_PROGRESS',
};

function execution(tasks: readonly object[], more: object = {}, executed: object = own) {
  const workflowDefinition = { tasks, ...more };
  const base = { workflowId: 'w1', workflowName: 'flow', status: 'RUNNING' };
  return { 'workflow/w1': { ...base, tasks: [executed], workflowDefinition } };
}

test('tasks that read the output are named, in every branch of the definition', async () => {
  const tasks = [
    defined('review'),
    defined('route', {
      type: 'SWITCH',
      ...reads('decision'),
      decisionCases: { taskReferenceName: [defined('in_case', reads('a'))] },
      defaultCase: [defined('otherwise', reads('b'))],
    }),
    defined('fork', { forkTasks: [[defined('branch', reads('c'))], [defined('other')]] }),
    defined('loop', {
      loopCondition: "$.review['again'] == true && $.loop['iteration'] < 3",
      loopOver: [defined('inside', reads('d'))],
    }),
  ];
  const outputParameters = { result: '${review.output.decision}' };
  const send = server(execution(tasks, { outputParameters }));
  const { keys, earlier, schema } = await outputHints(send, newest, task(), signal);
  assert.deepEqual(
    keys.map(({ path, source }) => `${path.join('.')}: ${source}`),
    [
      'decision: read by route, read by the workflow’s output',
      'a: read by in_case',
      'b: read by otherwise',
      'c: read by branch',
      'again: read by loop',
      'd: read by inside',
    ],
  );
  assert.deepEqual([earlier, schema], [[], undefined]);
});

test('a task in a loop is found under its name without the iteration', async () => {
  const round = record({ referenceTaskName: 'review__2', iteration: 2 });
  const send = server(execution([defined('review'), defined('next', reads('a'))]));
  const { keys } = await outputHints(send, newest, task(round), signal);
  assert.deepEqual(keys, [{ path: ['a'], source: 'read by next' }]);
});

test('paths in a loop’s condition are found, methods are not', () => {
  const table = [
    ["$.review['ok'] == false", [['ok']]],
    ['$.review.by.name != null && $["review"]["x"]', [['by', 'name'], ['x']]],
    ['$.review.tags.indexOf("a") >= 0', [['tags']]],
    ['$.reviews.ok || $.other.review.ok', []],
    ['$.review', []],
  ] as const;
  for (const [loopCondition, paths] of table) {
    assert.deepEqual(loopPathsRead({ loopCondition }, 'review'), paths, loopCondition);
  }
  assert.deepEqual(loopPathsRead({ expression: '$.review.a' }, 'review'), []);
});

test('a definition inside the task needs no request, and contains its schema', async () => {
  const data = { type: 'object', properties: { ok: { type: 'boolean' } } };
  const outputSchema = { name: 's', version: 1, type: 'JSON', data };
  const taskDefinition = { name: 'human_review', outputKeys: ['ok'], outputSchema };
  const hanging = { ...own, workflowTask: { type: 'HUMAN', taskDefinition } };
  const asked: string[] = [];
  const send = server(execution([], {}, hanging), asked);
  const { keys, schema } = await outputHints(send, newest, task(), signal);
  assert.deepEqual(keys, [{ path: ['ok'], source: 'promised by the task definition' }]);
  assert.deepEqual(schema, data);
  assert.deepEqual(asked, ['workflow/w1', 'tasks/search-v2']);
});

test('a definition that the task lacks is requested, and so is a named schema', async () => {
  const data = { type: 'object' };
  const answers = {
    ...execution([]),
    'metadata/taskdefs/human_review': {
      name: 'x',
      outputSchema: { name: 'a/b', version: 2, type: 'JSON' },
    },
    'schema/a%2Fb/2': { name: 'a/b', version: 2, type: 'JSON', data },
  };
  const { schema } = await outputHints(server(answers), newest, task(), signal);
  assert.deepEqual(schema, data);
});

test('a schema of another kind is ignored', async () => {
  const outputSchema = { name: 's', version: 1, type: 'AVRO', data: { type: 'record' } };
  const hanging = { ...own, workflowTask: { type: 'HUMAN', taskDefinition: { outputSchema } } };
  const { schema } = await outputHints(server(execution([], {}, hanging)), newest, task(), signal);
  assert.equal(schema, undefined);
});

test('earlier outputs are those of completed tasks of the definition alone, newest first', async () => {
  const done = (taskId: string, endTime: number, more: object = {}) => ({
    ...own,
    taskId,
    status: 'COMPLETED',
    taskDefName: 'human_review',
    outputData: { taskId },
    endTime,
    ...more,
  });
  const found = [
    done('old', 1),
    done('new', 3, { correlationId: 'A-7' }),
    done('t1', 9),
    done('failed', 4, { status: 'FAILED' }),
    done('unfiltered', 5, { taskDefName: 'other' }),
    done('empty', 6, { outputData: {} }),
    { odd: true },
  ];
  const answers = { ...execution([], {}, done('here', 2)), 'tasks/search-v2': { results: found } };
  const { earlier } = await outputHints(server(answers), newest, task(), signal);
  assert.deepEqual(earlier, [
    { source: 'review of A-7', endedAt: 3, value: { taskId: 'new' } },
    { source: 'review of w1', endedAt: 2, value: { taskId: 'here' } },
    { source: 'review of w1', endedAt: 1, value: { taskId: 'old' } },
  ]);
});

test('the newest completed execution is read where the server cannot search for whole tasks', async () => {
  const done = {
    ...own,
    taskId: 'x',
    status: 'COMPLETED',
    taskDefName: 'human_review',
    outputData: { a: 1 },
  };
  const answers = {
    ...execution([]),
    'workflow/search': {
      totalHits: 2,
      results: ['w1', 'w2', 'w3'].map((workflowId) => ({
        workflowId,
        workflowType: 'flow',
        status: 'COMPLETED',
      })),
    },
    'workflow/w2': { workflowId: 'w2', status: 'COMPLETED', tasks: [done] },
  };
  const asked: string[] = [];
  const { earlier } = await outputHints(server(answers, asked), old, task(), signal);
  assert.deepEqual(
    earlier.map(({ value }) => value),
    [{ a: 1 }],
  );
  assert.deepEqual(asked.sort(), [
    'metadata/taskdefs/human_review',
    'workflow/search',
    'workflow/w1',
    'workflow/w2',
  ]);
});
