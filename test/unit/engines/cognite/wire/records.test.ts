import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import {
  parseDetails,
  parseExecutions,
  parseVersions,
} from '../../../../../src/engines/cognite/wire/records.ts';
import { stringifyJson } from '../../../../../src/domain/json.ts';
import { ShapeError } from '../../../../../src/http/shapeError.ts';

const answer = (value: unknown) => ({ status: 200, headers: {}, text: JSON.stringify(value) });

const execution = { id: 'e', workflowExternalId: 'w', status: 'RUNNING' };

test('only ids and statuses are demanded', () => {
  const { items, nextCursor } = parseExecutions(
    answer({
      items: [{ ...execution, startTime: null, version: 3, metadata: null }],
      nextCursor: null,
    }),
  );
  assert.equal(nextCursor, undefined);
  assert.deepEqual(items, [{ ...execution, startTime: undefined, version: '3', metadata: {} }]);
});

test('an unknown type, odd outputs and absent defaults do not hide a task', () => {
  const { executedTasks, definedTasks } = parseDetails(
    answer({
      ...execution,
      workflowDefinition: {
        tasks: [{ externalId: 'a', type: 'agent' }, 'odd', { type: 'no id' }],
      },
      executedTasks: [
        { id: 't', externalId: 'a', status: 'DREAMING', taskType: 'agent', output: null, input: 1 },
      ],
    }),
  );
  assert.equal(executedTasks[0]?.taskType, 'agent');
  assert.deepEqual([executedTasks[0]?.input, executedTasks[0]?.output], [{}, {}]);
  assert.deepEqual(definedTasks, [
    {
      externalId: 'a',
      type: 'agent',
      parameters: {},
      retries: 3,
      timeoutSeconds: 3600,
      onFailure: 'abortWorkflow',
      dependsOn: [],
      tasks: [],
    },
  ]);
});

test('executed tasks are shown even with a missing or odd definition', () => {
  for (const workflowDefinition of [undefined, null, {}, { tasks: 7 }]) {
    const parsed = parseDetails(answer({ ...execution, workflowDefinition, executedTasks: [] }));
    assert.deepEqual(parsed.definedTasks, []);
  }
});

test('digits survive in outputs', () => {
  const text = `{"id":"e","workflowExternalId":"w","status":"RUNNING","workflowDefinition":{"tasks":[]},
    "executedTasks":[{"id":"t","externalId":"a","status":"COMPLETED","output":{"n":12345678901234567890}}]}`;
  const [task] = parseDetails({ status: 200, headers: {}, text }).executedTasks;
  assert.equal(stringifyJson(task?.output ?? null), '{"n":12345678901234567890}');
});

test('a record without an id is an unexpected shape, named by its path', () => {
  assert.throws(
    () => parseVersions(answer({ items: [{ version: '1' }] })),
    (error) => error instanceof ShapeError && error.paths.join() === 'items.0.workflowExternalId',
  );
});
