import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { createChangeEvent } from '../../../src/app/changeEvent.ts';
import type { SettledEntry } from '../../../src/app/journal/settledEntry.ts';
import { refreshSettled } from '../../../src/app/refreshSettled.ts';
import { createFakeClock } from '../../support/fakeClock.ts';
import { fakeConfirmed, fakeEntry } from '../../support/fakeEntry.ts';

const pauseMs = 2_000;
const eight = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8'];

function scene() {
  const clock = createFakeClock();
  const start = clock.now();
  const settled = createChangeEvent<[SettledEntry]>();
  /** What the store was told to read again, and how many milliseconds after the start. */
  const read: string[] = [];
  const dispose = refreshSettled(
    { onDidSettle: settled.listen },
    {
      invalidate: (connection, execution = 'all') =>
        read.push(`${connection}/${execution} at ${clock.now() - start}`),
    },
    clock,
  );
  const settle = (executions: readonly string[], connection = 'c1') => {
    for (const execution of executions) {
      const ref = { connection, workflow: 'loan', execution, task: 't1' };
      settled.fire({ ...fakeEntry('1'), outcome: fakeConfirmed, ref });
    }
  };
  return {
    read,
    dispose,
    settle,
    /** Plans something in the middle of the pause that begins at the start. */
    duringPause: (action: () => void) => clock.at(start + pauseMs / 2, action),
    /** Lets the pauses end, however many there are. */
    rest: async () => {
      let waits: number;
      do {
        waits = clock.waits.length;
        await setImmediate();
        await setImmediate();
      } while (clock.waits.length > waits);
    },
  };
}

test('the execution of a single update is read again at once', async () => {
  const { read, settle, rest } = scene();

  settle(['e1']);
  assert.deepEqual(read, ['c1/e1 at 0']);

  await rest();
  settle(['e2']);
  assert.deepEqual(read, ['c1/e1 at 0', `c1/e2 at ${pauseMs}`]);
});

test('executions that settle during the pause are read again after it, each once', async () => {
  const { read, settle, duringPause, rest } = scene();
  duringPause(() => settle([...eight, ...eight]));

  settle(['e1']);
  await rest();

  assert.deepEqual(read, ['c1/e1 at 0', ...eight.map((id) => `c1/${id} at ${pauseMs}`)]);
});

test('beyond eight executions of a connection, the connection is read again', async () => {
  const { read, settle, duringPause, rest } = scene();
  duringPause(() => {
    settle([...eight, 'e9']);
    settle(['e1'], 'c2');
  });

  settle(['e1']);
  await rest();

  assert.deepEqual(read, ['c1/e1 at 0', `c1/all at ${pauseMs}`, `c2/e1 at ${pauseMs}`]);
});

test('nothing is read again once it was stopped, not even what waits for the end of a pause', async () => {
  const { read, settle, dispose, duringPause, rest } = scene();
  duringPause(() => {
    settle(['e2']);
    dispose();
  });

  settle(['e1']);
  await rest();

  assert.deepEqual(read, ['c1/e1 at 0']);
});

test('an update that settles after it was stopped is not listened to', async () => {
  const { read, settle, dispose, rest } = scene();
  settle(['e1']);
  await rest();

  dispose();
  settle(['e2']);
  await rest();

  assert.deepEqual(read, ['c1/e1 at 0']);
});
