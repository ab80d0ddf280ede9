import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPoller } from '../../../src/app/poller.ts';
import { abortError } from '../../support/fakeClock.ts';
import { engineError } from '../../support/fakeEngine.ts';

/** A clock whose waits end when the test says so. */
function scene(intervals: number[], tick: () => Promise<void> = async () => undefined) {
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  const counts = { ticks: 0 };
  const poller = createPoller({
    clock: {
      now: () => 0,
      wait: (ms, signal) =>
        new Promise((resolve, reject) => {
          waits.push({ ms, end: resolve });
          signal.addEventListener('abort', () => reject(abortError()), { once: true });
        }),
    },
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    },
    intervalMs: () => intervals[0] ?? 0,
    tick: async () => {
      counts.ticks += 1;
      await tick();
    },
  });
  const endWait = async () => {
    waits.at(-1)?.end();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { poller, waits, counts, endWait, intervals };
}

test('nothing is asked while it is not active', async () => {
  const { poller, waits, counts, endWait } = scene([1000]);
  assert.equal(waits.length, 0);

  poller.setActive(true);
  await endWait();
  assert.equal(counts.ticks, 1);
  poller.setActive(false);
  await endWait();

  assert.equal(counts.ticks, 1);
});

test('a failing server is asked less and less often, and as before once it works', async () => {
  let isDown = true;
  const { poller, waits, endWait } = scene([1000], async () => {
    if (isDown) throw new Error('down');
  });

  poller.setActive(true);
  await endWait();
  await endWait();
  isDown = false;
  await endWait();
  poller.dispose();

  assert.deepEqual(
    waits.map(({ ms }) => ms),
    [1000, 2000, 4000, 1000],
  );
});

test('an interval of more than a minute is kept to, also while the server fails', async () => {
  const { poller, waits, endWait } = scene([600_000], async () => {
    throw new Error('down');
  });

  poller.setActive(true);
  await endWait();
  poller.dispose();

  assert.deepEqual(
    waits.map(({ ms }) => ms),
    [600_000, 600_000],
  );
});

test('a server that asks for patience gets it', async () => {
  const failures = [engineError('rateLimited', { retryAfterMs: 90_000 }), engineError('timeout')];
  const { poller, waits, endWait } = scene([1000], async () => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
  });

  poller.setActive(true);
  for (let tick = 0; tick < 3; tick++) await endWait();
  poller.dispose();

  assert.deepEqual(
    waits.map(({ ms }) => ms),
    [1000, 90_000, 4000, 1000],
  );
});

test('a new interval counts at once, also where there was none', () => {
  const { poller, waits, intervals } = scene([60_000]);
  poller.setActive(true);

  intervals[0] = 1000;
  poller.again();
  intervals[0] = 0;
  poller.again();
  intervals[0] = 2000;
  poller.again();
  poller.dispose();

  assert.deepEqual(
    waits.map(({ ms }) => ms),
    [60_000, 1000, 2000],
  );
});

test('a new interval starts nothing in a view that is hidden', () => {
  const { poller, waits } = scene([1000]);

  poller.again();
  poller.dispose();
  poller.again();

  assert.deepEqual(waits, []);
});

test('what others end while it asks does not end the polling', async () => {
  const { poller, counts, endWait } = scene([1000], async () => {
    throw abortError();
  });

  poller.setActive(true);
  await endWait();
  await endWait();

  assert.equal(counts.ticks, 2);
  poller.dispose();
});
