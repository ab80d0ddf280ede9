import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import type { Task } from '../../../../../src/domain/task.ts';
import type { DefinedTask } from '../../../../../src/engines/cognite/wire/definedTask.ts';
import type {
  ExecutionRecord,
  TaskRecord,
} from '../../../../../src/engines/cognite/wire/records.ts';
import { currentTasks } from '../../../../../src/engines/cognite/toDomain/executionNodes.ts';
import { after, defined, details, now, taskRecord, waits } from '../builders.ts';

const open = { status: 'IN_PROGRESS', input: waits } as const;

function taskOf(
  record: TaskRecord,
  definitions: readonly DefinedTask[] = [defined('a')],
  execution: Partial<ExecutionRecord> = {},
): Task {
  const reading = { connection: 'c1', execution: details(definitions, [record], execution), now };
  const task = currentTasks(reading).find((one) => one.ref.task === record.id);
  assert.ok(task);
  return task;
}

const effects = (task: Task) =>
  Object.fromEntries(
    task.options.statuses.map((one) => [one.status, [one.effect, one.stopsWorkflow ?? false]]),
  );

test('only tasks that wait for somebody can be updated; the others say why not', () => {
  const table: readonly (readonly [string, Task, RegExp | undefined])[] = [
    ['both spellings', taskOf(taskRecord('a', open)), undefined],
    [
      'of the flag',
      taskOf(taskRecord('a', { status: 'IN_PROGRESS', input: { asyncComplete: true } })),
      undefined,
    ],
    [
      'the definition alone',
      taskOf(taskRecord('a', { status: 'IN_PROGRESS' }), [defined('a', { parameters: waits })]),
      undefined,
    ],
    [
      'what runs outweighs the definition',
      taskOf(taskRecord('a', { status: 'IN_PROGRESS', input: { isAsyncComplete: false } }), [
        defined('a', { parameters: waits }),
      ]),
      /^This function completes by itself/,
    ],
    [
      'another type',
      taskOf(taskRecord('a', { status: 'IN_PROGRESS', taskType: 'simulation' })),
      /^A simulation task completes by itself/,
    ],
    [
      'scheduled',
      taskOf(taskRecord('a', { ...open, status: 'SCHEDULED' })),
      /^The task is SCHEDULED: it takes an update as soon as/,
    ],
    ['done', taskOf(taskRecord('a', { ...open, status: 'COMPLETED' })), /^The task is COMPLETED/],
    [
      'execution over',
      taskOf(taskRecord('a', open), [defined('a')], { status: 'TERMINATED' }),
      /^The execution is TERMINATED/,
    ],
    ['unknown word', taskOf(taskRecord('a', { ...open, status: 'MEDITATING' })), undefined],
  ];
  for (const [what, task, unavailable] of table) {
    if (unavailable === undefined) assert.equal(task.options.unavailable, undefined, what);
    else assert.match(task.options.unavailable ?? '', unavailable, what);
    assert.equal(task.options.statuses.length, unavailable === undefined ? 3 : 0, what);
  }
});

test('a task that waits is waiting; one that works is running', () => {
  assert.equal(taskOf(taskRecord('a', open)).state, 'waiting');
  assert.equal(taskOf(taskRecord('a', { status: 'IN_PROGRESS' })).state, 'running');
});

test('each status describes its consequences', () => {
  const next = defined('next', { name: 'Publish', ...after('a') });
  const retried = taskOf(taskRecord('a', open), [defined('a', { retries: 2 }), next]);
  assert.deepEqual(effects(retried), {
    COMPLETED: ['The task completes and the execution goes on with Publish.', false],
    FAILED: ['The task fails and is tried again, up to 2 times.', false],
    FAILED_WITH_TERMINAL_ERROR: [
      'The task fails for good, without a retry, and the whole execution fails (onFailure is abortWorkflow).',
      true,
    ],
  });

  const last = taskOf(taskRecord('a', open), [defined('a', { retries: 0 })]);
  assert.deepEqual(effects(last)['FAILED'], [
    'The task fails, no retry is left, and the whole execution fails (onFailure is abortWorkflow).',
    true,
  ]);

  const skipped = taskOf(taskRecord('a', open), [defined('a', { onFailure: 'skipTask' })]);
  assert.deepEqual(effects(skipped)['FAILED_WITH_TERMINAL_ERROR'], [
    'The task fails for good, without a retry, and the execution goes on without it (onFailure is skipTask).',
    false,
  ]);
});

test('used-up retries are no longer announced', () => {
  const definition = defined('a', { retries: 1 });
  const first = taskRecord('a', { id: '1', status: 'FAILED', startTime: 1 });
  const second = taskRecord('a', { ...open, id: '2', startTime: 2 });
  const execution = details([definition], [first, second]);
  const [task] = currentTasks({ connection: 'c1', execution, now });
  assert.match(String(task && effects(task)['FAILED']), /no retry is left/);
});

test('the output is merged as an object, with the keys that other tasks read', () => {
  const reader = defined('b', {
    parameters: {
      function: {
        externalId: 'f',
        data: { ok: '${a.output.approved}', all: 'x ${a.output.rows[0].id} ${ab.output.no}' },
      },
    },
  });
  const { output } = taskOf(taskRecord('a', open), [defined('a'), reader]).options;
  assert.deepEqual(output, {
    kind: 'object',
    modes: ['merge'],
    limitBytes: 102_400,
    heldLimitBytes: 204_800,
    warnBytes: 100_000,
    knownKeys: ['approved', 'rows'],
  });
});

test('a warning tells the remaining time', () => {
  const warn = (startTime: number) =>
    taskOf(taskRecord('a', { ...open, startTime }), [defined('a', { timeout: 7200 })]).options
      .warnings;
  assert.deepEqual(warn(now - 3_600_000), ['The engine times it out in 1 h.']);
  assert.deepEqual(warn(now - 9_000_000), [
    'Its time is over: the engine may time it out at any moment.',
  ]);
});
