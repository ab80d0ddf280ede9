import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPins } from '../../../../src/app/pins.ts';
import { EngineError } from '../../../../src/domain/engineError.ts';
import type { Task, TaskRef } from '../../../../src/domain/task.ts';
import { followNext } from '../../../../src/host/pinned/followNext.ts';
import { createFakeClock } from '../../../support/fakeClock.ts';
import { fakeTask } from '../../../support/fakeTask.ts';
import { until } from '../../../support/until.ts';

const over: Task = { ...fakeTask, status: 'COMPLETED', state: 'succeeded', terminal: true };
const second: Task = { ...fakeTask, name: 'ship', ref: { ...fakeTask.ref, task: 't2' } };
const other: Task = { ...fakeTask, name: 'other', ref: { ...fakeTask.ref, task: 't9' } };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A pin that is followed by what `answers` says, look by look; then nothing waits. */
function world(answers: readonly (() => Promise<Task | undefined>)[], isOn = true) {
  const pins = createPins({ read: () => undefined, write: async () => {} });
  const asked: TaskRef[] = [];
  const followed: string[] = [];
  const clock = createFakeClock();
  const following = followNext({
    pins,
    clock,
    log: silent,
    isOn: () => isOn,
    next: async (ref) => {
      asked.push(ref);
      return answers[asked.length - 1]?.();
    },
    onFollowed: (before, task) => followed.push(`${before.name} → ${task.name}`),
  });
  return { pins, asked, followed, clock, following };
}

const nothing = async () => undefined;

test('a completed task is followed by the one that waits next, as soon as it is there', async () => {
  const { pins, asked, followed } = world([nothing, nothing, async () => second]);
  await pins.pin(fakeTask);
  await pins.pin(over);

  await until('the next task', async () => followed[0]);
  assert.deepEqual(followed, ['approve → ship']);
  assert.equal(pins.current()?.ref.task, 't2');
  assert.deepEqual(asked, [over.ref, over.ref, over.ref]);
});

test('where nothing waits, the finished one stays, and the looks are counted', async () => {
  const { pins, asked, followed, clock } = world([]);
  await pins.pin(fakeTask);
  await pins.pin(over);

  await until('the last look', async () => asked.length === 5 || undefined);
  assert.equal(pins.current()?.terminal, true);
  assert.deepEqual(followed, []);
  assert.deepEqual(clock.waits, [0, 500, 1500, 3000, 5000]);
});

test('who pins another one meanwhile keeps it', async () => {
  let answer: (task: Task) => void = () => {};
  const late = () => new Promise<Task | undefined>((resolve) => (answer = resolve));
  const { pins, asked, followed } = world([late]);
  await pins.pin(fakeTask);
  await pins.pin(over);
  await until('a look', async () => asked.length === 1 || undefined);

  await pins.pin(other);
  answer(second);
  await new Promise(setImmediate);

  assert.equal(pins.current()?.name, 'other');
  assert.deepEqual(followed, []);
});

test('a task that was over when it was pinned is not left', async () => {
  const { pins, asked } = world([async () => second]);
  await pins.pin(fakeTask);
  await pins.pin({ ...other, terminal: true });
  await new Promise(setImmediate);

  assert.equal(pins.current()?.name, 'other');
  assert.deepEqual(asked, []);
});

test('a task that is over already is followed once, not at each later change', async () => {
  const { pins, asked } = world([async () => second]);
  await pins.pin(over);
  await pins.pin({ ...over, status: 'COMPLETED_WITH_ERRORS' });
  await new Promise(setImmediate);

  assert.deepEqual(asked, []);
});

test('who switched it off keeps the finished task, and nothing is asked', async () => {
  const { pins, asked } = world([async () => second], false);
  await pins.pin(fakeTask);
  await pins.pin(over);
  await new Promise(setImmediate);

  assert.equal(pins.current()?.name, 'approve');
  assert.deepEqual(asked, []);
});

test('an error while looking changes nothing', async () => {
  const broken = async () => {
    throw new EngineError('network', 'down', { nothingApplied: true });
  };
  const { pins, asked } = world([broken]);
  await pins.pin(fakeTask);
  await pins.pin(over);

  await until('a look', async () => asked.length === 1 || undefined);
  assert.equal(pins.current()?.name, 'approve');
});
