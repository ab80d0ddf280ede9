import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { ExecutionNode } from '../../../../../src/domain/execution.ts';
import {
  currentTasks,
  findTask,
  executionNodes,
} from '../../../../../src/engines/cognite/toDomain/executionNodes.ts';
import type { DetailsRecord } from '../../../../../src/engines/cognite/wire/records.ts';
import { drawTree } from '../../../../support/drawTree.ts';
import { after, defined, details, now, taskRecord, waits } from '../builders.ts';

const reading = (execution: DetailsRecord) => ({ connection: 'c1', execution, now });
const drawn = (execution: DetailsRecord) => drawTree(executionNodes(reading(execution)));
const taskNode = (node: ExecutionNode | undefined) => {
  assert.ok(node?.kind === 'task');
  return node;
};

const dynamicTasks = (...ids: readonly string[]) => ({
  dynamic: { tasks: ids.map((externalId) => ({ externalId, type: 'function', parameters: {} })) },
});

test('executed tasks are sorted by start, the others follow in the definition’s order', () => {
  const tree = drawn(
    details(
      [defined('a'), defined('b'), defined('c'), defined('d', after('c'))],
      [taskRecord('b', { startTime: 2, status: 'IN_PROGRESS' }), taskRecord('a', { startTime: 1 })],
    ),
  );
  assert.deepEqual(tree, ['a COMPLETED', 'b IN_PROGRESS', 'c not started', 'd not started']);
});

test('a display name comes before the external id', () => {
  const [node] = executionNodes(
    reading(details([defined('a', { name: 'Ask Kari' })], [taskRecord('a')])),
  );
  const { name, definition } = taskNode(node).task;
  assert.deepEqual([name, definition], ['Ask Kari', 'a']);
});

test('attempts of a task are below the newest one, in any order of arrival', () => {
  const execution = details(
    [defined('a', { retries: 2 })],
    [
      taskRecord('a', { id: '3', status: 'SCHEDULED' }),
      taskRecord('a', { id: '2', status: 'FAILED', startTime: 20 }),
      taskRecord('a', { id: '1', status: 'FAILED', startTime: 10 }),
    ],
  );
  const node = taskNode(executionNodes(reading(execution))[0]);
  assert.deepEqual([node.task.ref.task, node.task.attempt], ['3', 2]);
  assert.deepEqual(
    node.attempts.map((task) => [task.ref.task, task.attempt]),
    [
      ['1', 0],
      ['2', 1],
    ],
  );
});

test('children of dynamic tasks and subworkflows are below them, started or not', () => {
  const inner = [
    { externalId: 'in1', type: 'function', parameters: {} },
    { externalId: 'in2', type: 'function', parameters: {}, ...after('in1') },
  ];
  const execution = details(
    [
      defined('fan', { type: 'dynamic', parameters: { dynamic: { tasks: '${x.output.y}' } } }),
      defined('sub', { type: 'subworkflow', parameters: { subworkflow: { tasks: inner } } }),
      defined('later', { type: 'subworkflow', parameters: { subworkflow: { tasks: inner } } }),
    ],
    [
      taskRecord('c1', { parentTaskExternalId: 'fan', startTime: 3, status: 'IN_PROGRESS' }),
      taskRecord('fan', { taskType: 'dynamic', startTime: 1, input: dynamicTasks('c1', 'c2') }),
      taskRecord('sub', { taskType: 'subworkflow', startTime: 2, status: 'IN_PROGRESS' }),
      taskRecord('in1', { parentTaskExternalId: 'sub', startTime: 4 }),
    ],
  );
  assert.deepEqual(drawn(execution), [
    'fan COMPLETED',
    '  c1 IN_PROGRESS',
    '  c2 not started',
    'sub IN_PROGRESS',
    '  in1 COMPLETED',
    '  in2 not started',
    'later not started',
    '  in1 not started',
    '  in2 not started',
  ]);
});

test('tasks without a named parent are placed below the task that lists them', () => {
  const execution = details(
    [defined('fan', { type: 'dynamic' })],
    [
      taskRecord('c1', { startTime: 3 }),
      taskRecord('fan', { taskType: 'dynamic', startTime: 1, input: dynamicTasks('c1') }),
    ],
  );
  assert.deepEqual(drawn(execution), ['fan COMPLETED', '  c1 COMPLETED']);
});

test('no executed task is lost, even with an odd parent', () => {
  const execution = details(
    [],
    [
      taskRecord('orphan', { parentTaskExternalId: 'nobody' }),
      taskRecord('self', { parentTaskExternalId: 'self' }),
      taskRecord('a', { parentTaskExternalId: 'b' }),
      taskRecord('b', { parentTaskExternalId: 'a' }),
    ],
  );
  assert.deepEqual(drawn(execution).toSorted(), [
    'a COMPLETED',
    'b COMPLETED',
    'orphan COMPLETED',
    'self COMPLETED',
  ]);
});

test('a task that has not started says what it waits for', () => {
  const tasks = [defined('a'), defined('b'), defined('c', after('a', 'b')), defined('d')];
  const running = details(tasks, [taskRecord('a'), taskRecord('b', { status: 'IN_PROGRESS' })]);
  const reasons = currentTasks(reading(running)).map((task) => task.options.unavailable);
  assert.equal(reasons[2], 'The task has not started yet: it waits for b.');
  assert.equal(reasons[3], 'The task has not started yet.');

  const over = details(tasks, [taskRecord('a')], { status: 'FAILED', endTime: now });
  const [, b] = currentTasks(reading(over));
  assert.deepEqual([b?.status, b?.state, b?.terminal], ['never started', 'cancelled', true]);
  assert.match(
    b?.options.unavailable ?? '',
    /^The task was never reached: the execution is FAILED/,
  );
});

test('a task is found by its id, and one that had not started by its position in the definition', () => {
  const tasks = [defined('a'), defined('b', { parameters: waits })];
  const before = reading(details(tasks, [taskRecord('a')]));
  const future = currentTasks(before)[1];
  assert.ok(future);
  assert.deepEqual(findTask(before, future.ref), future);
  assert.equal(findTask(before, { ...future.ref, task: 'nobody' }), undefined);

  const started = taskRecord('b', { status: 'IN_PROGRESS' });
  const later = reading(details(tasks, [taskRecord('a'), started]));
  assert.equal(findTask(later, future.ref)?.ref.task, 'b-id');
  assert.equal(findTask(later, { ...future.ref, task: 'b-id' })?.status, 'IN_PROGRESS');
});
