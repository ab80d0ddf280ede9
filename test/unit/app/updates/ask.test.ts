import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AskReason, Question } from '../../../../src/app/updates/question.ts';
import type { Change } from '../../../../src/app/updates/changesBetween.ts';
import type { Task } from '../../../../src/domain/task.ts';
import { engineError } from '../../../support/fakeEngine.ts';
import { fakeConnection, fakeOptions, fakeTask } from '../../../support/fakeTask.ts';
import { createFakeWorld, openWindow, requestFor } from '../../../support/fakeWorld.ts';

interface Case {
  readonly name: string;
  readonly environment?: 'production' | 'staging';
  readonly status?: string;
  readonly review?: boolean;
  readonly now?: Partial<Task>;
  readonly reasons: readonly AskReason[];
  readonly changes?: readonly Change[];
}

const time = {
  what: 'time',
  from: '2020-09-13T12:26:40.000Z',
  to: '2020-09-13T12:26:41.000Z',
} as const;

const cases: readonly Case[] = [
  { name: 'a completion on a development server', reasons: [] },
  { name: 'a completion on staging', environment: 'staging', reasons: [] },
  { name: 'a production server', environment: 'production', reasons: ['production'] },
  { name: 'a status that stops the workflow', status: 'FAILED', reasons: ['stopsWorkflow'] },
  { name: 'a review', review: true, reasons: ['review'] },
  {
    name: 'another status since',
    now: { status: 'SCHEDULED' },
    reasons: ['changed'],
    changes: [{ what: 'status', from: 'IN_PROGRESS', to: 'SCHEDULED' }],
  },
  {
    name: 'another output since',
    now: { output: { by: 'else' } },
    reasons: ['changed'],
    changes: [{ what: 'output', from: '{}', to: '{"by":"else"}' }],
  },
  {
    name: 'another worker since',
    now: { worker: 'w7' },
    reasons: ['changed'],
    changes: [{ what: 'worker', from: 'nobody', to: 'w7' }],
  },
  {
    name: 'another time since',
    now: { updatedAt: 1_600_000_001_000 },
    reasons: ['changed'],
    changes: [time],
  },
  {
    name: 'another reason since, which an update would overwrite',
    now: { reason: 'by ann' },
    reasons: ['changed'],
    changes: [{ what: 'reason', from: 'no reason', to: 'by ann' }],
  },
  { name: 'an empty output that was absent', now: { output: undefined }, reasons: [] },
  {
    name: 'all at once',
    environment: 'production',
    status: 'FAILED',
    review: true,
    now: { worker: 'w7', updatedAt: 1_600_000_001_000 },
    reasons: ['production', 'stopsWorkflow', 'changed', 'review'],
    changes: [{ what: 'worker', from: 'nobody', to: 'w7' }, time],
  },
];

for (const { name, environment, status, review, now, reasons, changes } of cases) {
  const asked = reasons.length === 0 ? 'nobody is asked' : `asked for ${reasons.join(', ')}`;
  test(`${name}: ${asked}`, async () => {
    const world = createFakeWorld();
    world.connection = { ...fakeConnection, environment: environment ?? 'development' };
    world.engine.task = { ...fakeTask, ...now };

    const submitted = await openWindow(world).updates.submit(
      requestFor(world, {
        update: { status: status ?? 'COMPLETED' },
        ...(review === undefined ? {} : { review }),
      }),
    );

    assert.equal(submitted.kind, 'settled');
    assert.deepEqual(
      world.questions.map((question) => question.reasons),
      reasons.length === 0 ? [] : [reasons],
    );
    assert.deepEqual(world.questions[0]?.changes ?? [], changes ?? []);
  });
}

test('the question shows what the task will be, and what that causes', async () => {
  const world = createFakeWorld();
  world.engine.task = { ...fakeTask, output: { held: 1, ok: false } };

  await openWindow(world).updates.submit(requestFor(world, { review: true }));

  const [question] = world.questions;
  assert.deepEqual(question?.before.output, { held: 1, ok: false });
  assert.deepEqual(question?.proposed, { status: 'COMPLETED', output: { held: 1, ok: true } });
  assert.deepEqual(question?.consequences, [
    'The workflow goes on.',
    'A worker may overwrite this.',
    'It can be undone: Undo Update.',
  ]);
});

const tooLate = [
  ['gone', undefined, 'no such task', /knows no such task any more: nothing was sent/],
  [
    'terminal',
    { ...fakeTask, status: 'CANCELED', terminal: true },
    'CANCELED',
    /was CANCELED already: nothing was sent/,
  ],
  [
    'what it is to be',
    { ...fakeTask, status: 'COMPLETED', terminal: true },
    'COMPLETED already',
    /was COMPLETED already: nothing was sent/,
  ],
] as const;

for (const [name, now, actual, reason] of tooLate) {
  test(`a task that is ${name} by now: not applied, sent nothing, journaled`, async () => {
    const world = createFakeWorld();
    world.engine.task = now;
    const { updates, drafts, journal } = openWindow(world);

    const submitted = await updates.submit(requestFor(world));

    assert.equal(submitted.kind, 'settled');
    const { outcome, tries } = submitted.entry;
    assert.equal(outcome.kind, 'notApplied');
    assert.deepEqual([outcome.expected, outcome.actual], ['COMPLETED', actual]);
    assert.match(outcome.reason ?? '', reason);
    assert.deepEqual(tries, []);
    assert.equal(world.engine.sends.length, 0);
    assert.deepEqual(await journal.list(1), [submitted.entry]);
    assert.equal((await drafts.list()).length, 1);
  });
}

test('a status that is not allowed any more is refused, and nothing is sent', async () => {
  const world = createFakeWorld();
  const statuses = fakeOptions.statuses.filter((option) => option.status !== 'COMPLETED');
  const options = { ...fakeOptions, statuses };
  world.engine.task = { ...fakeTask, status: 'SCHEDULED', options };

  const submitted = await openWindow(world).updates.submit(requestFor(world));

  assert.deepEqual(submitted, {
    kind: 'invalid',
    problems: [
      {
        message: 'COMPLETED cannot be set while the task is SCHEDULED: choose FAILED, IN_PROGRESS.',
        path: ['status'],
      },
    ],
  });
  assert.equal(world.engine.sends.length, 0);
});

test('a change while the person is asked is asked about again, and sent once', async () => {
  const world = createFakeWorld();
  const asked: Question[] = [];

  const submitted = await openWindow(world).updates.submit(
    requestFor(world, {
      review: true,
      async ask(question) {
        asked.push(question);
        if (asked.length === 1) world.engine.change({ output: { by: 'else' } });
        return 'send';
      },
    }),
  );

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'confirmed');
  assert.deepEqual(submitted.entry.before.output, { by: 'else' });
  assert.deepEqual(
    asked.map(({ reasons }) => reasons),
    [['review'], ['changed', 'review']],
  );
  const outputs = asked[1]?.changes.filter(({ what }) => what === 'output');
  assert.deepEqual(outputs, [{ what: 'output', from: '{}', to: '{"by":"else"}' }]);
  assert.equal(world.engine.sends.length, 1);
});

test('a change while the person is asked is not overwritten where they then leave', async () => {
  const world = createFakeWorld();
  const answers = ['send', 'cancel'] as const;
  let asked = 0;

  const submitted = await openWindow(world).updates.submit(
    requestFor(world, {
      review: true,
      async ask() {
        world.engine.change({ output: { by: `else ${asked}` } });
        return answers[asked++] ?? 'cancel';
      },
    }),
  );

  assert.deepEqual(submitted, { kind: 'cancelled' });
  assert.equal(asked, 2);
  assert.equal(world.engine.sends.length, 0);
});

test('what ends the task for good says that it cannot be undone', async () => {
  const world = createFakeWorld();
  const statuses = fakeOptions.statuses.map((option) => ({ ...option, endsTask: true }) as const);
  world.engine.task = { ...fakeTask, options: { ...fakeOptions, statuses } };

  await openWindow(world).updates.submit(requestFor(world, { review: true }));

  assert.equal(world.questions[0]?.consequences.at(-1), 'This cannot be undone.');
});

test('a worker that only reports in while the person is asked does not stop the update', async () => {
  const world = createFakeWorld();

  const submitted = await openWindow(world).updates.submit(
    requestFor(world, {
      review: true,
      async ask() {
        world.engine.change({});
        return 'send';
      },
    }),
  );

  assert.equal(submitted.kind, 'settled');
  assert.equal(submitted.entry.outcome.kind, 'confirmed');
});

test('a task that cannot be read is not sent to: the error is thrown', async () => {
  const world = createFakeWorld();
  world.engine.readSteps = [
    async () => {
      throw engineError('unavailable');
    },
  ];
  const { updates, drafts, journal } = openWindow(world);

  await assert.rejects(updates.submit(requestFor(world)), { kind: 'unavailable' });

  assert.equal(world.engine.sends.length, 0);
  assert.deepEqual(await journal.list(1), []);
  assert.equal((await drafts.list()).length, 1);
  assert.equal(updates.phaseOf(fakeTask.ref), undefined);
});

test('a field that somebody moved on is not set back unseen, whatever time the engine tells', async () => {
  const { updatedAt: _time, ...timeless } = fakeTask;
  const at = (worker: string, more: Partial<Task> = {}) => ({
    ...timeless,
    engineFields: { worker },
    ...more,
  });
  const update = { fields: { worker: 'me' } };
  const table: readonly (readonly [base: Task, now: Task, changes: readonly Change[]])[] = [
    [at('ann'), at('bob'), [{ what: 'field', from: 'Worker ann', to: 'Worker bob' }]],
    [{ ...timeless }, at('bob'), [{ what: 'field', from: 'Worker not set', to: 'Worker bob' }]],
    [at('ann'), at('ann'), []],
    // A task from a list has a time where the task itself has none, or the task was never changed.
    [
      at('ann', { updatedAt: 1 }),
      at('bob'),
      [{ what: 'field', from: 'Worker ann', to: 'Worker bob' }],
    ],
    [
      at('ann'),
      at('bob', { updatedAt: 1 }),
      [{ what: 'field', from: 'Worker ann', to: 'Worker bob' }],
    ],
    // A list may name a field differently, or lack it.
    [
      at('ann', { isFromList: true }),
      at('bob'),
      [{ what: 'field', from: 'Worker not shown in the list', to: 'Worker bob' }],
    ],
    [at('ann', { isFromList: true }), at('me'), []],
    [at('ann', { isFromList: true }), timeless, []],
  ];
  for (const [base, now, changes] of table) {
    const world = createFakeWorld();
    world.engine.task = now;

    await openWindow(world).updates.submit(requestFor(world, { base, update }));

    assert.deepEqual(
      world.questions.map((question) => question.changes),
      changes.length === 0 ? [] : [changes],
    );
  }

  const world = createFakeWorld();
  world.engine.task = at('bob');
  await openWindow(world).updates.submit(requestFor(world, { base: at('ann') }));
  assert.deepEqual(world.questions, [], 'nobody is asked about what is not sent');
});
