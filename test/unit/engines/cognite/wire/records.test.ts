import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import {
  parseDetails,
  parseExecutions,
  parseInspection,
  parseVersions,
  parseWorkflows,
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

test('a task of the definition that cannot be read is told, and hides no other', () => {
  const workflowDefinition = { tasks: [{ name: 'No id' }, { externalId: 'a' }, 7] };
  const parsed = parseDetails(answer({ ...execution, workflowDefinition, executedTasks: [] }));
  assert.deepEqual(
    parsed.definedTasks.map(({ externalId }) => externalId),
    ['a'],
  );
  assert.deepEqual(parsed.odd, [
    { kind: 'task', id: 'No id', position: 1, problem: 'in the definition externalId is missing' },
    { kind: 'task', position: 3, problem: 'in the definition it is a number' },
  ]);
});

test('digits survive in outputs', () => {
  const text = `{"id":"e","workflowExternalId":"w","status":"RUNNING","workflowDefinition":{"tasks":[]},
    "executedTasks":[{"id":"t","externalId":"a","status":"COMPLETED","output":{"n":12345678901234567890}}]}`;
  const [task] = parseDetails({ status: 200, headers: {}, text }).executedTasks;
  assert.equal(stringifyJson(task?.output ?? null), '{"n":12345678901234567890}');
});

test('numbers keep their value and their digits, and empty texts count as absent', () => {
  const text = `{"nextCursor":"","items":[{"id":"e","workflowExternalId":"w","status":"RUNNING",
    "version":1.10,"createdTime":1700000000000.0,"reasonForIncompletion":""}]}`;
  const { items, nextCursor } = parseExecutions({ status: 200, headers: {}, text });
  assert.equal(nextCursor, undefined);
  assert.deepEqual(
    items.map((one) => [one.version, one.createdTime, one.reasonForIncompletion]),
    [['1.10', 1_700_000_000_000, undefined]],
  );
});

test('fields that the API gained since pass', () => {
  const workflows = parseWorkflows(
    answer({ items: [{ externalId: 'w', dataDomainExternalId: 'd' }] }),
  );
  const versions = parseVersions(
    answer({ items: [{ workflowExternalId: 'w', version: '1', warnings: [{ message: 'm' }] }] }),
  );
  const task = { id: 't', externalId: 'a', status: 'COMPLETED', lineageAnnotation: { x: [1] } };
  const details = parseDetails(answer({ ...execution, executedTasks: [task] }));
  const counts = [workflows.items, versions.items, details.executedTasks].map((all) => all.length);
  assert.deepEqual([...counts, workflows.odd.length + versions.odd.length], [1, 1, 1, 0]);
});

test('an odd project or capability of a token hides no other', () => {
  const read = parseInspection(
    answer({ projects: [7, { projectUrlName: 'mine' }, {}], capabilities: [null, { a: 1 }] }),
  );
  assert.deepEqual(read.projects, ['mine']);
  assert.deepEqual(read.capabilities, [{}, { a: 1 }]);
});

test('a list that is none is an unexpected shape, named by its field', () => {
  assert.throws(
    () => parseVersions(answer({ items: { version: '1' } })),
    (error) => error instanceof ShapeError && error.problems.join() === 'items is an object',
  );
});
