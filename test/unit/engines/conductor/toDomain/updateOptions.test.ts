import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { TaskRecord } from '../../../../../src/engines/conductor/wire/records.ts';
import type { TaskSource } from '../../../../../src/engines/conductor/toDomain/toTask.ts';
import { record, task, work } from '../builders.ts';

/** "FAILED!" for a status that stops the workflow. */
function offered(from: TaskRecord, more: Partial<TaskSource> = {}): readonly string[] {
  return task(from, more).options.statuses.map(
    (option) => option.status + (option.stopsWorkflow === true ? '!' : ''),
  );
}

function effect(from: TaskRecord, status: string): string | undefined {
  return task(from).options.statuses.find((option) => option.status === status)?.effect;
}

test('failing stops the workflow, unless a retry follows or the task is optional', () => {
  const human = (more: object) => record({ workflowTask: { type: 'HUMAN', ...more } });
  const table = [
    [record(), 'COMPLETED FAILED! FAILED_WITH_TERMINAL_ERROR! IN_PROGRESS CANCELED!'],
    [human({ optional: true }), 'COMPLETED FAILED FAILED_WITH_TERMINAL_ERROR IN_PROGRESS CANCELED'],
    [
      human({ permissive: true }),
      'COMPLETED FAILED! FAILED_WITH_TERMINAL_ERROR! IN_PROGRESS CANCELED!',
    ],
    [work({}, 2), 'COMPLETED FAILED FAILED_WITH_TERMINAL_ERROR! IN_PROGRESS CANCELED!'],
    [
      work({ retryCount: 2 }, 2),
      'COMPLETED FAILED! FAILED_WITH_TERMINAL_ERROR! IN_PROGRESS CANCELED!',
    ],
  ] as const;
  for (const [from, statuses] of table) assert.equal(offered(from).join(' '), statuses);
});

test('CANCELED is offered only where the server takes it', () => {
  assert.ok(offered(record()).includes('CANCELED!'));
  assert.ok(!offered(record(), { canCancel: false }).includes('CANCELED!'));
});

test('effects describe the consequences', () => {
  assert.match(effect(work({}, 2), 'FAILED') ?? '', /another one follows \(2 left\)/);
  assert.match(effect(work({}, 2), 'FAILED_WITH_TERMINAL_ERROR') ?? '', /whole workflow fails/);
  assert.match(effect(record(), 'CANCELED') ?? '', /whole workflow is terminated/);
  assert.match(effect(work(), 'IN_PROGRESS') ?? '', /SCHEDULED/);
  assert.match(effect(record(), 'IN_PROGRESS') ?? '', /stays open/);
  assert.match(effect(work(), 'COMPLETED') ?? '', /in place of a worker/);
});

test('the workflow’s retry count overrides the definition’s', () => {
  const own = work({
    workflowTask: { type: 'SIMPLE', retryCount: 0, taskDefinition: { retryCount: 3 } },
  });
  assert.ok(offered(own).includes('FAILED!'));
  const registered = work({ workflowTask: { type: 'SIMPLE' }, taskDefinition: { retryCount: 1 } });
  assert.ok(offered(registered).includes('FAILED'));
});

test('without a task definition nothing is retried, whatever the workflow says', () => {
  const alone = record({ workflowTask: { type: 'HUMAN', retryCount: 2 } });
  assert.ok(offered(alone).includes('FAILED!'));
  assert.match(effect(alone, 'FAILED') ?? '', /the whole workflow fails/);
  const defined = { type: 'HUMAN', retryCount: 2, taskDefinition: { retryCount: 0 } };
  assert.ok(offered(record({ workflowTask: defined })).includes('FAILED'));
});

test('✓, ✗ and save have their statuses', () => {
  const roles = task().options.statuses.flatMap((o) => (o.role ? [[o.role, o.status]] : []));
  assert.deepEqual(roles, [
    ['complete', 'COMPLETED'],
    ['fail', 'FAILED'],
    ['save', 'IN_PROGRESS'],
  ]);
});

test('a task that takes no update offers nothing and says why', () => {
  const table = [
    [task(record({ status: 'COMPLETED' })), /is COMPLETED/],
    [task(record(), { execution: 'TERMINATED' }), /execution is TERMINATED/],
    [
      task(record({ taskType: 'JOIN', workflowTask: { type: 'JOIN' } })),
      /JOIN.*waits for the branches/,
    ],
    [task(record({ taskType: 'SWITCH', workflowTask: { type: 'SWITCH' } })), /chooses a branch/],
    [task(record({ taskType: 'DO_WHILE', workflowTask: { type: 'DO_WHILE' } })), /repeats/],
    [task(record({ taskType: 'FORK', workflowTask: { type: 'FORK_JOIN' } })), /branches/],
  ] as const;
  for (const [{ options }, reason] of table) {
    assert.match(options.unavailable ?? '', reason);
    assert.deepEqual([options.statuses, options.fields, options.output], [[], [], undefined]);
  }
});

test('a task with an unknown status can be updated', () => {
  assert.ok(offered(record({ status: 'SOMETHING_NEW' })).includes('COMPLETED'));
});

test('warnings tell who else may change the task', () => {
  const of = (from: TaskRecord, more: Partial<TaskSource> = {}) =>
    task(from, more).options.warnings.join(' ');
  const type = (type: string, more: object = {}) =>
    record({ taskType: type, workflowTask: { type }, ...more });
  assert.equal(of(record()), '');
  assert.match(of(work()), /polls for this task may overwrite/);
  assert.match(of(work({ status: 'IN_PROGRESS' })), /has taken this task/);
  assert.match(of(type('SUB_WORKFLOW')), /leaves the child workflow running/);
  assert.match(of(type('WAIT', { inputData: { duration: '5 m' } })), /by itself/);
  assert.equal(of(type('WAIT')), '');
  assert.equal(
    of(type('PULL_WORKFLOW_MESSAGES')),
    'This task also completes by a message to its workflow.',
  );
  assert.equal(of(type('YIELD')), 'This task also completes by a signal to its workflow.');
  assert.match(of(type('HTTP')), /server itself/);
  assert.equal(of(type('HTTP', { inputData: { asyncComplete: true } })), '');
  assert.match(of(record(), { execution: 'PAUSED' }), /PAUSED/);
});

test('the output has its limits and keys, and is not offered where it is stored elsewhere', () => {
  const keys = { type: 'SIMPLE', taskDefinition: { outputKeys: ['a', 'b'] } };
  assert.deepEqual(task(work({ workflowTask: keys })).options.output, {
    kind: 'object',
    modes: ['merge', 'replace'],
    limitBytes: 10_485_760,
    warnBytes: 1_048_576,
    knownKeys: ['a', 'b'],
  });
  const external = task(record({ externalOutputPayloadStoragePath: '/x' })).options;
  assert.equal(external.output, undefined);
  assert.match(external.warnings.join(' '), /kept elsewhere/);
});

test('fields are offered only where they have an effect', () => {
  const keys = (from: TaskRecord) => task(from).options.fields.map((field) => field.key);
  assert.deepEqual(keys(record()), ['workerId', 'log']);
  assert.deepEqual(keys(work()), ['workerId', 'log', 'callbackAfterSeconds']);
  assert.equal(task().options.reasonLimit, 500);
});
