import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lazy } from '../../../src/app/lazy.ts';

test('all who ask while it is made get the same one, and so do those who ask later', async () => {
  let makes = 0;
  const made = lazy(async () => ({ number: ++makes }));

  const [first, second] = await Promise.all([made.get(), made.get()]);
  const third = await made.get();

  assert.equal(makes, 1);
  assert.equal(first, second);
  assert.equal(first, third);
});

test('a failure reaches all who wait for it, and the next one who asks has it made anew', async () => {
  let makes = 0;
  const made = lazy(async () => {
    makes += 1;
    if (makes === 1) throw new Error('The file is not there.');
    return makes;
  });

  const failed = await Promise.allSettled([made.get(), made.get()]);

  assert.deepEqual(
    failed.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal(await made.get(), 2);
  assert.equal(await made.get(), 2);
});

test('the end makes nothing, waits for what is being made, and knows of no failure', async () => {
  const used: string[] = [];
  const use = (one: string) => used.push(one);
  const never = lazy(async () => 'never asked for');
  const making = lazy(async () => 'being made');
  const failing = lazy<string>(async () => {
    throw new Error('The file is not there.');
  });
  void making.get();
  const failed = assert.rejects(failing.get());

  await Promise.all([never, making, failing].map((one) => one.ifMade(use)));
  await failed;

  assert.deepEqual(used, ['being made']);
});
