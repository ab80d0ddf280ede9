import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { createVirtualTime } from '../../sim/virtualTime.ts';

test('time passes from timer to timer, in their order', async () => {
  const time = createVirtualTime(1_000);
  const order: string[] = [];
  time.at(1_300, () => order.push('later'));
  time.at(1_100, () => order.push('first'));
  const cancel = time.at(1_200, () => order.push('cancelled'));
  cancel();
  await time.until(time.wait(400), 10_000);
  assert.deepEqual(order, ['first', 'later']);
  assert.equal(time.now(), 1_400);
  assert.equal(time.pending(), 0);
});

test('time stands still for work that takes turns of the event loop', async () => {
  const time = createVirtualTime(0);
  let isDone = false;
  const work = async () => {
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    isDone = true;
  };
  void time.during(work());
  time.at(10, () => assert.ok(isDone, 'time passed too early'));
  await time.until(time.wait(20), 100);
});

test('what time cannot settle is an error, and so is what takes too long', async () => {
  const time = createVirtualTime(0);
  await assert.rejects(time.until(new Promise(() => undefined), 100), /Nobody is left/);
  const beat = () => void time.at(time.now() + 60, beat);
  beat();
  await assert.rejects(time.until(new Promise(() => undefined), 100), /does not end/);
});

test('timers of packages use it while it is installed', async () => {
  const time = createVirtualTime(0);
  const restore = time.install(() => 0.25);
  try {
    assert.equal(Math.random(), 0.25);
    const waited = new Promise<void>((resolve) => void setTimeout(resolve, 3_600_000));
    await time.until(waited, 4_000_000);
  } finally {
    restore();
  }
  assert.equal(time.now(), 3_600_000);
});
