import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClock } from '../../../src/app/clock.ts';
import { isAbort } from '../../../src/domain/engineError.ts';

test('the time is that of the machine', () => {
  const [before, now, after] = [Date.now(), createClock().now(), Date.now()];

  assert.deepEqual([before <= now, now <= after], [true, true]);
});

test('waiting ends, and an abort afterwards is nobody’s business', async () => {
  const abort = new AbortController();

  const waited = await createClock().wait(1, abort.signal);
  abort.abort();

  assert.equal(waited, undefined);
});

for (const reason of [undefined, 'a word', new Error('closed')]) {
  test(`an abort with ${String(reason)} ends the waiting at once, as an abort`, async () => {
    const abort = new AbortController();
    const waiting = createClock().wait(3_600_000, abort.signal);
    abort.abort(reason);

    await assert.rejects(waiting, isAbort);
    await assert.rejects(createClock().wait(3_600_000, abort.signal), isAbort);
  });
}

test('a wait of months is no wait of a millisecond, as it is to the timers of the machine', async (t) => {
  const timer = t.mock.method(globalThis, 'setTimeout');
  const abort = new AbortController();

  const waits = [31_536_000_000, Infinity].map((ms) => createClock().wait(ms, abort.signal));
  abort.abort();

  await Promise.allSettled(waits);
  const asked = timer.mock.calls.map((call) => call.arguments[1]);
  assert.deepEqual(asked, [2_147_483_647, 2_147_483_647]);
});
